import { Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Decade } from '@/modules/map/year.schema'

/** The histogram in numbers. */
export function DecadeTable({ decades }: { decades: readonly Decade[] }) {
  const t = useTranslations('map.time')
  const cell = 'py-0.5 pl-4 text-right tabular-nums'
  return (
    <details data-popover className="relative">
      <summary
        aria-label={t('table')}
        title={t('table')}
        className="grid size-9 place-items-center rounded-md hover:bg-sunk max-phone:size-11 [&_svg]:size-[18px]"
      >
        <Table2 aria-hidden />
      </summary>
      <div className="absolute right-0 bottom-full z-20 mb-2 rounded-lg bg-sheet p-4 text-sm shadow-float">
        <table>
          <caption className="pb-1 text-left font-semibold">{t('caption')}</caption>
          <thead>
            <tr className="border-b border-ink">
              <th scope="col" className="py-0.5 text-left">
                {t('decade')}
              </th>
              {(['begun', 'renewed', 'ended'] as const).map((key) => (
                <th key={key} scope="col" className={cell}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decades.map(({ decade, begun, renewed, ended }) => (
              <tr key={decade} className="border-b border-rule">
                <th scope="row" className="py-0.5 text-left font-normal">
                  {decade}–{decade + 9}
                </th>
                {[begun, renewed, ended].map((count, index) => (
                  <td key={index} className={cell}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
