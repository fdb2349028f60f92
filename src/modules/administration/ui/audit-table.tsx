import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { momentText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import { auditActions, auditFields, type AuditRow } from '@/modules/administration/audit.schema'
import { type Column, DataTable } from '@/ui/data-table'

/** So many names of fields say what it was about. */
const most = 6

/**
 * Entries of the log: what was done, to what, by whom, when. `partsOf` tells which parts of a curated
 * record an entry is about, `partNames` what they are called.
 */
export function AuditTable({
  rows,
  caption,
  partsOf,
  partNames,
}: {
  rows: readonly AuditRow[]
  caption: string
  partsOf: (row: AuditRow) => readonly string[]
  partNames: (row: AuditRow, parts: readonly string[]) => ReactNode
}) {
  const t = useTranslations('admin.audit')
  const locale = useLocale()
  const known = ({ fields, recordKind }: AuditRow) =>
    (recordKind === null ? auditFields : [])
      .filter((field) => fields.includes(field))
      .map((field) => t(`field.${field}`))
  const columns: Column<AuditRow>[] = [
    {
      key: 'what',
      label: t('what'),
      cell: (row) => (
        <>
          <span className="font-semibold">
            <Action action={row.action} />
          </span>
          {row.recordId !== null && (
            <span className="block text-sm text-ink-2">
              <RecordName row={row} />
            </span>
          )}
          <Fields count={partsOf(row).length} word={(most) => partNames(row, partsOf(row).slice(0, most))} />
          <Fields count={known(row).length} word={(most) => known(row).slice(0, most).join(', ')} />
        </>
      ),
    },
    { key: 'who', label: t('who'), cell: (row) => row.user ?? t('byLink') },
    { key: 'territory', label: t('territory'), cell: (row) => row.territory },
    {
      key: 'when',
      label: t('when'),
      cell: (row) => (
        <time dateTime={row.at.toISOString()} className="whitespace-nowrap">
          {momentText(locale, row.at)}
        </time>
      ),
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
}

/** What it was about, in words; a name only programs know says nothing here and stands in the file. */
function Fields({ count, word }: { count: number; word: (most: number) => ReactNode }) {
  const t = useTranslations('admin.audit')
  if (count === 0) return null
  return (
    <span className="block text-sm text-ink-3 wrap-anywhere">
      {word(most)}
      {count > most && `, ${t('moreFields', { count: count - most })}`}
    </span>
  )
}

/** Deeds of ours in words; one that has none yet by its name. */
function Action({ action }: { action: string }) {
  const t = useTranslations('admin.action')
  const known = auditActions.find((one) => one === action)
  return known === undefined ? action : t(known)
}

const pages = new Map([
  ['actor', '/actors'],
  ['relation', '/relations'],
  ['practice', '/practices'],
])

function RecordName({ row: { recordKind, recordId, name } }: { row: AuditRow }) {
  const t = useTranslations('admin.audit')
  const path = pages.get(recordKind ?? '')
  const shown = name ?? (recordKind === null ? '' : t('unnamed', { kind: recordKind }))
  if (path === undefined || recordId === null) return shown
  return (
    <Link href={`${path}/${recordId}`} prefetch={false}>
      {shown}
    </Link>
  )
}
