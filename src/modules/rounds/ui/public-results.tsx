import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import type { PublicResult } from '@/modules/rounds/outcome.schema'
import { ResultBadge } from '@/modules/rounds/ui/result-badge'
import { SpreadChart } from '@/modules/rounds/ui/spread-chart'
import { Badge } from '@/ui/badge'
import { Fold } from '@/ui/fold'

/** What everybody reads of the judgement of a practice: the latest round whole, earlier ones in a line, or that there is none. */
export function PublicResults({ results }: { results: readonly PublicResult[] }) {
  const t = useTranslations('rounds.result.public')
  const [latest, ...earlier] = results
  return (
    <section aria-labelledby="judged" className="mb-7">
      <h2 id="judged" className="mb-2 font-serif text-xl font-medium tracking-serif">
        {t('title')}
      </h2>
      {latest === undefined ? (
        <p className="text-ink-3">{t('none')}</p>
      ) : (
        <>
          <Judgement result={latest} />
          <div className="mt-4">
            <SpreadChart marks={latest.result.criteria} />
          </div>
        </>
      )}
      {earlier.length > 0 && (
        <Fold label={t('earlier')}>
          <ul className="flex flex-col gap-4 border-l border-rule pl-4">
            {earlier.map((result) => (
              <li key={`${result.publishedAt.getTime()} ${result.practiceVersion}`}>
                <Judgement result={result} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

function Judgement({ result: judged }: { result: PublicResult }) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  const { title, closedAt, result, practiceVersion, isRevised, demo, decision, verdict, decidedOn } = judged
  const round = inLanguage(title, locale)
  const words = decision === null ? null : inLanguage(decision, locale)
  return (
    <>
      <p className="text-sm text-ink-2">
        <span lang={round.language}>
          {t('result.public.when', { title: round.value, day: dateText(locale, closedAt, 'day') })}
        </span>
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {t('result.spreadLong', { ...result.points })}
        <ResultBadge resultClass={result.resultClass} />
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {isRevised ? t('result.public.revised', { version: practiceVersion }) : t('result.public.sameVersion')}
      </p>
      {demo && <p className="mt-1 text-sm font-label">{t('result.public.demo')}</p>}
      {words !== null && decidedOn !== null && (
        <div className="mt-3">
          <p className="flex flex-wrap items-baseline gap-x-2 text-xs font-label text-ink-2">
            {t('result.public.decision', { day: dateText(locale, decidedOn, 'day') })}
            {verdict !== null && <Badge>{t(`recommendation.${verdict}`)}</Badge>}
          </p>
          <p lang={words.language} className="mt-0.5 max-w-[66ch] whitespace-pre-line wrap-break-word">
            {words.value}
          </p>
        </div>
      )}
    </>
  )
}
