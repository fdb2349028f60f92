import type { Freshness } from '@/core/curated'
import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import { kindLook } from '@/ui/kind-look'
import { SealMark } from '@/ui/seal-mark'

/**
 * An actor on the map: its disc. Selected: an ink ring and a marigold one around it (LOOK §7). What nobody confirmed for
 * long, or ever, carries its seal at the rim.
 */
export function ActorMark({
  kind,
  isLit = false,
  isSelected = false,
  freshness,
}: {
  kind: ActorKind
  isLit?: boolean
  isSelected?: boolean
  freshness?: Freshness
}) {
  const { icon: Icon, className } = kindLook[kind]
  return (
    <span
      className={`absolute inset-0 grid place-items-center rounded-full ${
        isSelected ? 'bg-ink outline-4 outline-mark' : isLit ? 'ring-here' : ''
      }`}
    >
      <span
        className={`grid size-[26px] place-items-center rounded-full bg-(--k) text-on-kind ${className} ${
          isSelected ? 'ring-2 ring-sheet' : 'ring-[1.5px] ring-map-land'
        }`}
      >
        <Icon className="size-4" aria-hidden />
      </span>
      {(freshness === 'old' || freshness === 'never') && (
        <span className="absolute -right-0.5 -bottom-0.5 grid size-3.5 place-items-center rounded-full bg-sheet">
          <SealMark freshness={freshness} />
        </span>
      )}
    </span>
  )
}
