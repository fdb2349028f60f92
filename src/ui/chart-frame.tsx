import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Title that says what is counted, the drawing, and the same figures as a table behind a disclosure. */
export function ChartFrame({
  title,
  columns,
  rows,
  children,
}: {
  title: string
  columns: readonly [string, ...string[]]
  rows: readonly (readonly [string, ...(string | number)[]])[]
  children: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <figure>
      <figcaption className="mb-2.5 text-md font-semibold">{title}</figcaption>
      {children}
      <details data-screen-only className="mt-2 text-sm">
        <summary className="inline-flex min-h-6 items-center text-link underline underline-offset-[.18em]">
          {t('showAsTable')}
        </summary>
        <table className="mt-2 border-collapse">
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={`border-b border-ink py-1 pr-5 text-xs font-label text-ink-2 ${index > 0 ? 'text-right' : 'text-left'}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row" className="border-b border-rule py-1 pr-5 text-left font-normal">
                  {name}
                </th>
                {values.map((value, index) => (
                  <td key={index} className="border-b border-rule py-1 pr-5 text-right">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
