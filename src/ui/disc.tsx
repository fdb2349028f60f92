import { discSizes, type DiscSize } from './disc-size'
import { kindLook, type KindKey } from './kind-look'

/** An actor: a filled disc in the colour of its kind. Give `label` (the kind in words) unless the words stand beside it. */
export function Disc({ kind, size = 28, label }: { kind: KindKey; size?: DiscSize; label?: string }) {
  const { icon: Icon, className } = kindLook[kind]
  return (
    <span
      className={`inline-grid flex-none place-items-center rounded-full bg-(--k) text-on-kind ${className} ${discSizes[size].disc}`}
      title={label}
    >
      <Icon className={discSizes[size].icon} aria-hidden />
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
