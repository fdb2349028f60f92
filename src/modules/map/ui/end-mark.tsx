import type { RelationGroup } from '@/modules/taxonomy/relation-choices.schema'
import { groupLook } from '@/ui/group-look'

/** The far end of a line: a ring with the icon of its group, or a small ring where it is crowded (LOOK §7). */
export function EndMark({ group, isCrowded, isLit }: { group: RelationGroup; isCrowded: boolean; isLit: boolean }) {
  const { icon: Icon, className } = groupLook[group]
  return (
    <span className={`absolute inset-0 grid place-items-center rounded-full ${className}`}>
      <span
        className={`grid place-items-center rounded-full border-(--k) bg-sheet text-(--k) ${
          isCrowded ? 'size-[10px] border-2' : 'size-[22px] border-[2.5px]'
        } ${isLit ? 'ring-here' : ''}`}
      >
        {isCrowded ? null : <Icon className="size-3" aria-hidden />}
      </span>
    </span>
  )
}
