import { Disc } from '@/ui/disc'
import { PlaceDisc } from '@/ui/place-disc'
import type { ComboOption } from './combo-option'
import { typedPart } from './typed-part'

/** A suggestion: disc, label with the typed part strong, kind and place. */
export function OptionRow({ option, typed }: { option: ComboOption; typed: string }) {
  const [before, match, after] = typedPart(option.label, typed)
  return (
    <>
      {option.kind && <Disc kind={option.kind} size={22} />}
      {option.place && <PlaceDisc size={22} />}
      <span className="min-w-0 wrap-break-word">
        {before}
        <span className="font-strong">{match}</span>
        {after}
        {option.secondary !== undefined && <span className="text-xs text-ink-3"> {option.secondary}</span>}
        {option.taken !== undefined && <span className="text-xs text-ink-3">, {option.taken}</span>}
      </span>
    </>
  )
}
