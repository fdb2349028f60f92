import { useTranslations } from 'next-intl'
import type { DeskRow } from '@/modules/desk/desk-record.schema'
import { DeskRowName } from '@/modules/desk/ui/desk-row-name'
import { Seal } from '@/ui/seal'
import { StatusBadge } from '@/ui/status-badge'

/** Rows to tick: what each is called, how it stands, when it was confirmed. */
export function BulkRows({ rows, today }: { rows: readonly DeskRow[]; today: Date }) {
  const bulk = useTranslations('bulk')
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-2 border-b border-rule py-3">
          <span className="flex min-w-0 flex-1 basis-72 gap-3">
            <input
              type="checkbox"
              name="ids[]"
              value={row.id}
              aria-label={bulk('tick', { name: row.name })}
              className="mt-0.5 size-6 flex-none accent-ink"
            />
            <span className="min-w-0">
              <DeskRowName row={row} />
            </span>
          </span>
          {row.status === 'published' && <Seal verifiedAt={row.verifiedAt} today={today} />}
          <StatusBadge status={row.status} />
        </li>
      ))}
    </ul>
  )
}
