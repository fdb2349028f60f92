import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { takeContestBack } from '@/modules/curation/contest.actions'
import { canAnswerContest, canWithdrawContest } from '@/modules/curation/contest.policy'
import { getContest } from '@/modules/curation/contest.queries'
import { ContestAnswer } from '@/modules/curation/ui/contest-answer.client'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('contest')
  return { title: t('title'), robots: { index: false } }
}

const deeds = ['opened', 'answered', 'withdrawn'] as const

/** One contest: what is said against the relation, what is answered, and what may be done now. */
export default async function ContestPage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/contests/${id}`)
  const contest = await orProblem(getContest(viewer, id, locale))
  if (typeof contest === 'string') return <RecordProblem problem={contest} />
  const [t, desk] = await Promise.all([getTranslations('contest'), getTranslations('desk')])
  const { relation, territory, state, answer, answeredAt } = contest
  const mayAnswer = state === 'open' && canAnswerContest(viewer, relation)
  const mayWithdraw = state === 'open' && canWithdrawContest(viewer, { territoryId: territory.id })
  const done = deeds.find((deed) => deed === asked.done)
  const day = (at: Date) => dateText(locale, at, 'day')
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={relation.name} eyebrow={`${t('title')}: ${t(`state.${state}`)}`} />
      <div className="flex max-w-[45rem] flex-col gap-6">
        <CuratedName record={relation} />
        <section aria-labelledby="reason">
          <h2 id="reason" className="mb-1 text-lg font-semibold">
            {t('openedBy', { territory: territory.name, day: day(contest.openedAt) })}
          </h2>
          <p className="wrap-break-word whitespace-pre-line">{contest.reason}</p>
        </section>
        {answeredAt !== null && (
          <section aria-labelledby="answered">
            <h2 id="answered" className="mb-1 text-lg font-semibold">
              {t(state === 'withdrawn' ? 'withdrawnOn' : 'answeredOn', { day: day(answeredAt) })}
            </h2>
            {answer !== null && <p className="wrap-break-word whitespace-pre-line">{answer}</p>}
          </section>
        )}
        {state === 'upheld' && relation.status !== 'archived' && canAnswerContest(viewer, relation) && (
          <div>
            <LinkButton href={`/desk/relations/${relation.id}`}>{t('correctNow')}</LinkButton>
          </div>
        )}
        {state === 'open' && !mayAnswer && <Notice tone="mark">{t('waiting')}</Notice>}
      </div>
      <ClientTexts namespaces={['contest', 'errors', 'ui']}>
        {mayAnswer && (
          <Section id="answer-it" title={t('answer.title')}>
            <ContestAnswer id={contest.id} />
          </Section>
        )}
        {mayWithdraw && (
          <Section id="withdraw" title={t('withdraw')}>
            <p className="mb-3 text-sm text-ink-2">{t('withdrawLead')}</p>
            <DeedForm action={takeContestBack} values={{ id: contest.id }} submit={t('withdraw')} busy={t('busy')} />
          </Section>
        )}
      </ClientTexts>
      {done !== undefined && <Toast>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
