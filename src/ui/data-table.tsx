import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Numbers and years stand right. */
  align?: 'left' | 'right'
  /** Address of the list sorted by this column, and how it is sorted now. */
  sort?: { href: string; now: 'ascending' | 'descending' | 'none' }
  /** Left out on paper, where the width is dear. */
  screenOnly?: boolean
  /** In stacked rows: left out, plain, after its label, or at the right end (the seal). Default plain. */
  stacked?: 'hidden' | 'plain' | 'labelled' | 'end'
}

// Browsers drop the roles of a table that is laid out as blocks, so they are said aloud.
const said = {
  table: { role: 'table' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
}

const stackedClasses = {
  hidden: 'stacked:hidden',
  plain: 'stacked:inline',
  labelled: 'stacked:inline',
  end: 'stacked:ml-auto stacked:inline-flex',
}

/**
 * A table with hairlines; under 760 px its rows are stacked: the first column, then the others. The first column is the
 * name and a link.
 */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}) {
  const t = useTranslations('ui')
  const sortable = columns.filter((column) => column.sort !== undefined)
  return (
    <>
      {sortable.length > 0 && (
        <p className="mb-2 flex flex-wrap gap-x-3 gap-y-1 text-sm unstacked:hidden">
          <span className="text-ink-2">{t('sortBy')}</span>
          {sortable.map((column) => (
            <SortLink key={column.key} column={column} />
          ))}
        </p>
      )}
      <table {...said.table} className="w-full border-collapse text-md stacked:block">
        <caption className={captionHidden ? 'sr-only' : 'pb-2.5 text-left text-lg font-semibold stacked:block'}>
          {caption}
        </caption>
        <thead className="stacked:hidden">
          <tr {...said.row}>
            {columns.map((column) => (
              <th
                key={column.key}
                {...said.columnheader}
                data-screen-only={column.screenOnly || undefined}
                scope="col"
                aria-sort={column.sort?.now}
                className={`border-b border-ink py-2 pr-3.5 text-xs font-label text-ink-2 last:pr-0 ${column.align === 'right' ? 'text-right' : 'text-left'}`}
              >
                {column.sort ? <SortLink column={column} /> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="stacked:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...said.row}
              className="border-b border-rule stacked:flex stacked:flex-wrap stacked:items-baseline stacked:gap-x-3 stacked:gap-y-1 stacked:py-3"
            >
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  {...said.cell}
                  data-screen-only={column.screenOnly || undefined}
                  className={`h-11 py-2.5 print:h-auto print:py-[3px] pr-3.5 align-top last:pr-0 stacked:h-auto stacked:p-0 ${column.align === 'right' ? 'unstacked:text-right' : ''} ${
                    index === 0
                      ? 'stacked:block stacked:basis-full'
                      : `stacked:text-sm stacked:text-ink-2 ${stackedClasses[column.stacked ?? 'plain']}`
                  }`}
                >
                  {column.stacked === 'labelled' && <span className="unstacked:hidden">{column.label} </span>}
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function SortLink<Row>({ column: { label, sort } }: { column: Column<Row> }) {
  if (sort === undefined) return label
  const Icon = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown }[sort.now]
  return (
    <Link
      href={sort.href}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1 text-ink-2 no-underline hover:text-ink hover:underline"
    >
      {label}
      <Icon className={`size-3.5 ${sort.now === 'none' ? 'text-ink-3' : 'text-ink'}`} aria-hidden />
    </Link>
  )
}
