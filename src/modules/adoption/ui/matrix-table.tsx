import { House } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import {
  cellOf,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
  placed,
} from '@/modules/adoption/matrix.schema'
import { stateLooks } from '@/modules/adoption/ui/transfer-state'

// Browsers drop the roles of a table that is laid out as blocks, so they are said aloud.
const said = {
  table: { role: 'table' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader', scope: 'col' },
  rowheader: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const

export const cellId = (id: string) => `cell-${id}`

const head = 'border-b border-ink bg-sheet px-2.5 py-2 text-xs font-label text-ink-2 align-bottom'
const firstColumn = 'unstacked:not-print:sticky unstacked:not-print:left-0 unstacked:not-print:z-1 unstacked:bg-sheet'

/**
 * Practices by territories: a row says whose a practice is, a cell how far it came there, and opens what is recorded. Under
 * 760 px each practice is followed by the territories that recorded something.
 */
export function MatrixTable({ matrix }: { matrix: Matrix }) {
  const t = useTranslations('adoption.matrix')
  const { rows, columns, adopted, others } = matrix
  const cells = placed(matrix.cells)
  return (
    <div
      role="region"
      aria-label={t('caption')}
      // What scrolls is reached by the keyboard, too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-wide-paper
      className="unstacked:not-print:max-h-[80vh] unstacked:not-print:overflow-auto unstacked:not-print:rounded-md unstacked:not-print:border unstacked:not-print:border-rule unstacked:not-print:bg-sheet"
    >
      <table {...said.table} className="w-full border-separate border-spacing-0 text-md stacked:block">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="stacked:hidden unstacked:not-print:sticky unstacked:not-print:top-0 unstacked:not-print:z-2">
          <tr {...said.row}>
            <th {...said.columnheader} className={`${head} ${firstColumn} min-w-64 text-left print:min-w-40`}>
              {t('practice')}
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                {...said.columnheader}
                className={`${head} min-w-26 text-left wrap-break-word print:min-w-16`}
              >
                <Link href={`/territories/${column.slug}`} prefetch={false} className="text-ink">
                  {column.name}
                </Link>
              </th>
            ))}
            <th {...said.columnheader} className={`${head} text-right`}>
              {t('rowSum')}
            </th>
          </tr>
        </thead>
        <tbody className="stacked:block">
          {rows.map((row) => (
            <tr key={row.id} {...said.row} className="stacked:block stacked:border-b stacked:border-rule stacked:py-4">
              <Practice row={row} />
              {columns.map((column) => (
                <Cell key={column.id} row={row} column={column} cell={cellOf(cells, row, column)} />
              ))}
              <td
                {...said.cell}
                className="border-b border-rule px-2.5 py-2.5 text-right align-top tabular-nums stacked:block stacked:border-0 stacked:px-0 stacked:text-left stacked:text-sm stacked:text-ink-2"
              >
                <span className="unstacked:hidden">{t('rowSum')}: </span>
                {row.adopted + row.others === 0
                  ? t('nothing')
                  : t('of', { adopted: row.adopted, count: row.adopted + row.others })}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="stacked:block">
          <tr {...said.row} className="stacked:block stacked:py-3">
            <th
              {...said.rowheader}
              className={`${firstColumn} border-t border-ink px-2.5 py-2.5 text-left align-top text-sm font-semibold stacked:hidden`}
            >
              {t('columnSum')}
              <span className="block text-xs font-normal text-ink-2">{t('columnSumHint')}</span>
            </th>
            {columns.map((column) => (
              <td
                key={column.id}
                {...said.cell}
                className="border-t border-ink px-2.5 py-2.5 align-top text-sm tabular-nums stacked:hidden"
              >
                {column.adopted + column.others === 0 ? (
                  <span className="text-ink-3">–</span>
                ) : (
                  t('of', { adopted: column.adopted, count: column.adopted + column.others })
                )}
                {column.own > 0 && <span className="block text-xs text-ink-2">{t('own', { count: column.own })}</span>}
              </td>
            ))}
            <td
              {...said.cell}
              className="border-t border-ink px-2.5 py-2.5 text-right align-top text-sm font-semibold tabular-nums stacked:block stacked:border-0 stacked:px-0 stacked:text-left"
            >
              <span className="unstacked:hidden">{t('columnSum')}: </span>
              {t('of', { adopted, count: adopted + others })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Practice({ row }: { row: MatrixRow }) {
  const t = useTranslations('adoption.matrix')
  const locale = useLocale()
  return (
    <th
      {...said.rowheader}
      className={`${firstColumn} max-w-96 border-b border-rule px-2.5 py-2.5 text-left align-top font-normal stacked:block stacked:max-w-none stacked:border-0 stacked:p-0`}
    >
      <Link
        href={`/practices/${row.slug}`}
        prefetch={false}
        lang={row.title.language === locale ? undefined : row.title.language}
        className="font-semibold wrap-break-word text-ink"
      >
        {row.title.value}
      </Link>
      <span className="block text-sm text-ink-2">
        {row.home === null ? t('homeUnknown') : t('whose', { territory: row.home.name })}
      </span>
    </th>
  )
}

const cellClasses = 'border-b border-rule px-2.5 py-2 align-top stacked:border-0 stacked:p-0 stacked:mt-1.5'

function Cell({ row, column, cell }: { row: MatrixRow; column: MatrixColumn; cell: MatrixCell | 'home' | null }) {
  const t = useTranslations('adoption.matrix')
  const states = useTranslations('adoption.state')
  if (cell === null)
    return (
      <td {...said.cell} className={`${cellClasses} text-ink-3 stacked:hidden`}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('nothing')}</span>
      </td>
    )
  // The line under its name says whose it is, where there are no columns.
  if (cell === 'home')
    return (
      <td {...said.cell} className={`${cellClasses} bg-sunk stacked:hidden`}>
        <span className="flex min-h-8 items-center gap-1.5 text-sm text-ink-2">
          <House className="size-4 flex-none" aria-hidden />
          {t('home')}
        </span>
      </td>
    )
  const { icon: Icon } = stateLooks[cell.state]
  const state = states(cell.state)
  const year = cell.since === null ? null : cell.since.slice(0, 4)
  return (
    <td {...said.cell} className={`${cellClasses} stacked:block`}>
      <button
        type="button"
        popoverTarget={cellId(cell.id)}
        aria-label={t('open', {
          territory: column.name,
          practice: row.title.value,
          state: year === null ? state : `${state} ${year}`,
        })}
        className={`flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 py-1 text-left text-sm font-label underline print:text-xs print:no-underline decoration-dotted underline-offset-4 hover:decoration-solid stacked:min-h-11 ${looks[cell.state]}`}
      >
        <Icon className="size-4 flex-none" aria-hidden />
        <span className="min-w-0 wrap-break-word">
          <span className="unstacked:hidden">{column.name}: </span>
          {state}
          {year !== null && <span className="text-xs tabular-nums unstacked:block"> {year}</span>}
        </span>
      </button>
    </td>
  )
}

const looks = {
  interested: 'text-ink-2 hover:bg-sunk',
  workshop: 'bg-mark-soft text-ink',
  adopted: 'bg-ok-soft text-ok',
  not_adopted: 'bg-warn-soft text-warn',
} as const
