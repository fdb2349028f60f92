import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import { type Remark, remarkSubjects } from '@/modules/rounds/outcome.schema'
import { Badge } from '@/ui/badge'

const tones = { accepted: 'ok', partly: 'mark', not_accepted: 'quiet' } as const

/** Remarks gathered by criterion, each with what was done with it; `form` stands under those it is given for. */
export function RemarkList({
  remarks,
  withNames,
  form,
}: {
  remarks: readonly Remark[]
  withNames: boolean
  form?: (remark: Remark) => ReactNode
}) {
  const t = useTranslations('rounds.result')
  const names = useTranslations('rounds.criterion')
  if (remarks.length === 0) return <p className="text-sm text-ink-2">{t('noRemarks')}</p>
  return (
    <div className="flex max-w-[45rem] flex-col gap-6">
      {remarkSubjects.map((subject) => {
        const said = remarks.filter((remark) => remark.subject === subject)
        if (said.length === 0) return null
        return (
          <section key={subject}>
            <h3 className="border-b border-ink pb-1.5 font-semibold">
              {subject === 'general' ? t('general') : names(subject)}
            </h3>
            <ul>
              {said.map((remark) => (
                <li key={remark.reviewId} className="border-b border-rule py-3.5">
                  <Said remark={remark} withNames={withNames} />
                  {form?.(remark)}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Said({ remark, withNames }: { remark: Remark; withNames: boolean }) {
  const t = useTranslations('rounds.result')
  const locale = useLocale()
  const { text, language, mark, number, reviewer, isOwn, answer } = remark
  const why = answer === null || answer.text === null ? null : inLanguage(answer.text, locale)
  const facts = [
    withNames ? (reviewer ?? t('erased')) : t('reviewer', { number }),
    ...(isOwn ? [t('yours')] : []),
    ...(mark === null ? [] : [t('markOf', { mark })]),
  ]
  return (
    <>
      <p className="text-xs font-label text-ink-2">{facts.join(' · ')}</p>
      <p lang={language ?? undefined} className="mt-0.5 max-w-[66ch] text-lg/[1.5] whitespace-pre-line wrap-break-word">
        {text}
      </p>
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
    </>
  )
}
