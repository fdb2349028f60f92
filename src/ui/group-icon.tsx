import { groupLook, type GroupKey } from './group-look'

/**
 * A relation: the icon of its group, never on a filled disc. `tile` stands in lists and forms, `ring` on lines and
 * chains, `bare` beside a bar. Give `label` (the group in words) unless the type stands beside it in words.
 */
export function GroupIcon({
  group,
  look = 'tile',
  label,
}: {
  group: GroupKey
  look?: 'tile' | 'ring' | 'bare'
  label?: string
}) {
  const { icon: Icon, className } = groupLook[group]
  return (
    <span className={`inline-grid flex-none place-items-center text-(--k) ${className} ${frames[look]}`} title={label}>
      <Icon className={look === 'bare' ? 'size-4' : 'size-[15px]'} aria-hidden />
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}

const frames = {
  tile: 'size-6 rounded-sm bg-[color-mix(in_oklab,var(--k)_12%,var(--color-sheet))]',
  ring: 'size-7 rounded-full border-2 border-(--k) bg-sheet',
  bare: 'size-4',
}
