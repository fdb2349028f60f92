'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { PlanCell } from '@/modules/rounds/assignment.schema'

/** A practice of the grid; `wanted` = how many are to judge it. */
export type GridRow = { practiceId: string; title: string; wanted: number; cells: readonly PlanCell[] }
export type GridReviewer = { userId: string; name: string; note: string | null }

// Browsers drop the roles of a table that is laid out as blocks, so they are said aloud.
const said = {
  table: { role: 'table' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  head: { role: 'rowheader' },
  cell: { role: 'cell' },
}

/** Counts what is ticked, by practice and by reviewer. */
function countsOf(cells: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of cells.flatMap((cell) => cell.split('.'))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

const holds = (state: PlanCell['state']) => state === 'asked' || state === 'begun' || state === 'submitted'

/** May this member still be asked? Whoever was taken out may be asked again, by hand. */
export const mayBeAsked = (cell: PlanCell | undefined): boolean =>
  cell === undefined ||
  (!holds(cell.state) && (!cell.exclusion || (cell.exclusion === 'removed' && cell.state === 'removed')))

/**
 * Practices × reviewers: who judges what. A table; under 760 px each practice with the reviewers below it. What cannot be
 * ticked says why.
 */
export function AssignmentGrid({
  id,
  rows,
  reviewers,
  chosen,
}: {
  id: string
  rows: readonly GridRow[]
  reviewers: readonly GridReviewer[]
  /** `practice.reviewer` of what is ticked at first. */
  chosen: readonly string[]
}) {
  const t = useTranslations('roundForm.grid')
  const [ticked, setTicked] = useState(chosen)
  const counts = countsOf(ticked)
  const held = (of: readonly PlanCell[]) => of.filter(({ state }) => holds(state)).length
  const heldBy = (userId: string) =>
    rows.filter(({ cells }) => cells.some(({ reviewerId, state }) => reviewerId === userId && holds(state))).length
  return (
    <div
      id={id}
      role="region"
      aria-label={t('caption')}
      className="overflow-x-auto"
      onChange={(event) =>
        setTicked(
          [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value),
        )
      }
    >
      <table {...said.table} className="border-collapse text-sm stacked:block">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="stacked:hidden">
          <tr {...said.row}>
            <th
              {...said.column}
              scope="col"
              className="border-b border-ink py-2 pr-4 text-left text-xs font-label text-ink-2"
            >
              {t('practice')}
            </th>
            {reviewers.map(({ userId, name, note }) => (
              <th
                key={userId}
                {...said.column}
                scope="col"
                className="min-w-24 border-b border-ink px-2 py-2 text-left align-bottom text-xs font-label text-ink"
              >
                <span className="wrap-break-word">{name}</span>
                <span className="block font-normal text-ink-2">
                  {t('judges', { count: (counts.get(userId) ?? 0) + heldBy(userId) })}
                </span>
                {note !== null && <span className="block font-normal text-warn">{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="stacked:block">
          {rows.map(({ practiceId, title, wanted, cells }) => (
            <tr key={practiceId} {...said.row} className="border-b border-rule stacked:block stacked:py-3">
              <th
                {...said.head}
                scope="row"
                className="max-w-72 min-w-44 py-2.5 pr-4 text-left align-top font-semibold wrap-break-word stacked:block stacked:max-w-none stacked:p-0"
              >
                {title}
                <span className="block font-normal text-ink-2">
                  {t('judgedBy', { count: (counts.get(practiceId) ?? 0) + held(cells), wanted })}
                </span>
              </th>
              {reviewers.map(({ userId, name }) => (
                <td
                  key={userId}
                  {...said.cell}
                  className="px-2 py-1.5 align-top stacked:block stacked:px-0 stacked:py-0"
                >
                  <GridCell
                    value={`${practiceId}.${userId}`}
                    cell={cells.find(({ reviewerId }) => reviewerId === userId)}
                    name={name}
                    label={t('cell', { name, practice: title })}
                    isChosen={chosen.includes(`${practiceId}.${userId}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GridCell({
  value,
  cell,
  name,
  label,
  isChosen,
}: {
  value: string
  cell: PlanCell | undefined
  name: string
  label: string
  isChosen: boolean
}) {
  const t = useTranslations('roundForm')
  if (cell !== undefined && holds(cell.state))
    return <Fixed name={name}>{t(`assigned.${cell.state ?? 'asked'}`)}</Fixed>
  if (cell?.exclusion && !mayBeAsked(cell)) return <Fixed name={name}>{t(`exclusion.${cell.exclusion}`)}</Fixed>
  return (
    <label className="flex min-h-8 items-center gap-2.5 stacked:min-h-11">
      <input
        type="checkbox"
        name="cells[]"
        value={value}
        defaultChecked={isChosen}
        aria-label={label}
        className="size-5 flex-none accent-ink"
      />
      <span className="wrap-break-word unstacked:hidden">{name}</span>
      {cell?.exclusion === 'removed' && <span className="text-xs text-ink-2">{t('exclusion.removed')}</span>}
    </label>
  )
}

function Fixed({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="block py-1.5 text-xs text-ink-2 stacked:text-sm">
      <span className="unstacked:hidden">{name}: </span>
      {children}
    </span>
  )
}
