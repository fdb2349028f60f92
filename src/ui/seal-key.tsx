import { useTranslations } from 'next-intl'
import { SealMark } from './seal-mark'

/** What the four seals mean; stands under tables and at the foot of what is printed. */
export function SealKey() {
  const t = useTranslations('ui.seal.key')
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2 print:text-[10px]">
      {(['fresh', 'ageing', 'old', 'never'] as const).map((freshness) => (
        <li key={freshness} className="inline-flex items-center gap-1.5">
          <SealMark freshness={freshness} />
          {t(freshness)}
        </li>
      ))}
    </ul>
  )
}
