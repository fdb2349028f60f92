import { House } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { transferStates } from '@/modules/adoption/choices.schema'
import { stateLooks } from '@/modules/adoption/ui/transfer-state'

/** What the signs of the table mean. */
export function MatrixLegend() {
  const t = useTranslations('adoption.matrix')
  const states = useTranslations('adoption.state')
  return (
    <ul aria-label={t('legend')} className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-2">
      <li className="flex items-center gap-1.5">
        <House className="size-4" aria-hidden />
        {t('homeLegend')}
      </li>
      {transferStates.map((state) => {
        const { icon: Icon } = stateLooks[state]
        return (
          <li key={state} className="flex items-center gap-1.5">
            <Icon className="size-4" aria-hidden />
            {states(state)}
          </li>
        )
      })}
    </ul>
  )
}
