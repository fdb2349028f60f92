import type { RelationState } from '@/modules/taxonomy/taxonomy.schema'
import type { RelationGroup } from '@/modules/taxonomy/relation-choices.schema'
import { groupLook } from '@/ui/group-look'

/** A line of the legend: its group by colour and icon, its state by style. Without a group in ink, for style alone. */
export function LineKey({ group, state }: { group?: RelationGroup; state: RelationState }) {
  const Icon = group && groupLook[group].icon
  const end = Icon ? 22 : 38
  const isHollow = state !== 'active' && state !== 'planned'
  return (
    <svg
      viewBox="0 0 40 20"
      width="40"
      height="20"
      aria-hidden
      className={`flex-none stroke-(--k) ${group ? groupLook[group].className : 'text-ink [--k:currentColor]'}`}
    >
      {isHollow ? (
        <path d={`M2 8.2H${end}M2 11.8H${end}`} strokeWidth="1.4" />
      ) : (
        <path d={`M2 10H${end}`} strokeWidth="2.4" strokeDasharray={state === 'planned' ? '5 3.5' : undefined} />
      )}
      {Icon && (
        <>
          <circle cx="30" cy="10" r="8.5" strokeWidth="2" className="fill-sheet" />
          <Icon x="25" y="5" width="10" height="10" />
        </>
      )}
    </svg>
  )
}
