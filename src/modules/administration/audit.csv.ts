import { type Cell, csvRow } from '@/core/csv'
import type { AuditRow } from '@/modules/administration/audit.schema'

const columns = ['at', 'user', 'action', 'record_kind', 'record_id', 'record', 'territory', 'fields'] as const

export const auditCsvHead = csvRow(columns)

export const auditRowToCsv = (row: AuditRow): string => {
  const cells: Record<(typeof columns)[number], Cell> = {
    at: row.at,
    user: row.user,
    action: row.action,
    record_kind: row.recordKind,
    record_id: row.recordId,
    record: row.name,
    territory: row.territory,
    fields: row.fields.join(' '),
  }
  return csvRow(columns.map((column) => cells[column]))
}
