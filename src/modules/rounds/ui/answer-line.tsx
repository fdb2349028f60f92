import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import type { Answer } from '@/modules/rounds/outcome.schema'
import { Badge } from '@/ui/badge'

const tones = { accepted: 'ok', partly: 'mark', not_accepted: 'quiet' } as const

/** What was done with a remark, when, and why. */
export function AnswerLine({ answer }: { answer: Answer | null }) {
  const t = useTranslations('rounds.result')
  const locale = useLocale()
  const why = answer === null || answer.text === null ? null : inLanguage(answer.text, locale)
  return (
    <div className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      {answer === null ? (
        <Badge tone="warn">{t('noAnswer')}</Badge>
      ) : (
        <>
          <Badge tone={tones[answer.state]}>{t(`answerState.${answer.state}`)}</Badge>
          <span className="text-ink-2">{t('answeredOn', { day: dateText(locale, answer.answeredAt, 'day') })}</span>
        </>
      )}
      {why !== null && (
        <p lang={why.language} className="basis-full whitespace-pre-line wrap-break-word">
          {why.value}
        </p>
      )}
    </div>
  )
}
