import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Remark, remarkSubjects } from '@/modules/rounds/outcome.schema'
import { AnswerLine } from '@/modules/rounds/ui/answer-line'

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
  const { text, language, mark, number, reviewer, isOwn, answer } = remark
  const facts = [
    withNames ? (reviewer ?? t('erased')) : t('reviewer', { number }),
    ...(isOwn ? [t('yours')] : []),
    ...(mark === null ? [] : [t('markOf', { mark })]),
  ]
  return (
    <>
      <p className="text-xs font-label text-ink-2">{facts.join(', ')}</p>
      <p lang={language ?? undefined} className="mt-0.5 max-w-[66ch] text-lg/[1.5] whitespace-pre-line wrap-break-word">
        {text}
      </p>
      <AnswerLine answer={answer} />
    </>
  )
}
