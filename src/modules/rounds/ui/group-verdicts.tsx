import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { GroupVerdict } from '@/modules/rounds/outcome.schema'
import { Badge } from '@/ui/badge'

/** What the group decided about a practice; `meetings` is the address of its meetings for whoever may read them. */
export function GroupVerdicts({ decisions, meetings }: { decisions: readonly GroupVerdict[]; meetings?: string }) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  if (decisions.length === 0) return <p className="text-sm text-ink-2">{t('result.decisions.none')}</p>
  return (
    <ul className="max-w-[45rem]">
      {decisions.map(({ id, meetingId, text, decidedOn, verdict }) => {
        const words = inLanguage(text, locale)
        return (
          <li key={id} className="border-b border-rule py-3">
            <p className="flex flex-wrap items-baseline gap-x-2 text-xs font-label text-ink-2">
              {t('result.decisions.on', { day: dateText(locale, decidedOn, 'day') })}
              {verdict !== null && <Badge>{t(`recommendation.${verdict}`)}</Badge>}
            </p>
            <p lang={words.language} className="mt-0.5 max-w-[66ch] whitespace-pre-line wrap-break-word">
              {words.value}
            </p>
            {meetings !== undefined && (
              <p className="mt-1 text-sm">
                <Link href={`${meetings}/${meetingId}`} prefetch={false}>
                  {t('result.decisions.open')}
                </Link>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
