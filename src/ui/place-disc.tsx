import { MapPin } from 'lucide-react'
import { discSizes, type DiscSize } from './disc-size'

/** A place abroad: a white disc with an ink rim (LOOK §1, rule 1). */
export function PlaceDisc({ size = 28, label }: { size?: DiscSize; label?: string }) {
  return (
    <span
      className={`inline-grid flex-none place-items-center rounded-full border-2 border-ink bg-sheet text-ink ${discSizes[size].disc}`}
      title={label}
    >
      <MapPin className={discSizes[size].icon} aria-hidden />
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
