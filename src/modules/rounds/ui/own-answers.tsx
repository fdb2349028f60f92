import { useTranslations } from 'next-intl'
import type { SaidRemark } from '@/modules/rounds/outcome.schema'
import { AnswerLine } from '@/modules/rounds/ui/answer-line'

/** What was done with the remarks of one's own review. Nothing where there is nothing to tell. */
export function OwnAnswers({ remarks }: { remarks: readonly SaidRemark[] }) {
  const t = useTranslations('reviews.own')
  const general = useTranslations('rounds.result')
  const names = useTranslations('rounds.criterion')
  if (remarks.length === 0) return null
  return (
    <section aria-labelledby="own-answers" className="mt-6">
      <h2 id="own-answers" className="mb-2 text-lg font-semibold">
        {t('answers')}
      </h2>
      <ul className="border-t border-rule">
        {remarks.map(({ subject, text, language, answer }) => (
          <li key={subject} className="border-b border-rule py-2.5">
            <p className="text-sm font-label text-ink-2">
              {subject === 'general' ? general('general') : names(subject)}
            </p>
            <p lang={language ?? undefined} className="wrap-break-word whitespace-pre-line">
              {text}
            </p>
            <AnswerLine answer={answer} />
          </li>
        ))}
      </ul>
    </section>
  )
}
