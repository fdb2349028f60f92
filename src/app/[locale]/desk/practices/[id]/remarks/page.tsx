import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import { languageChoices } from '@/core/language'
import { inLanguage, type Locale } from '@/core/localized'
import { getJudgements, type JudgementOfPractice } from '@/modules/rounds/outcome.queries'
import { mostWords } from '@/modules/rounds/outcome.schema'
import { AnswerForm } from '@/modules/rounds/ui/answer-form.client'
import { GroupVerdicts } from '@/modules/rounds/ui/group-verdicts'
import { OutcomeSheet } from '@/modules/rounds/ui/outcome-sheet'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds.result.answers')
  return { title: t('title'), robots: { index: false } }
}

export default function RemarksPage(props: Props) {
  return answered(() => remarksPage(props))
}

async function remarksPage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await deskViewer(locale, `/desk/practices/${id}/remarks`)
  const found = await orProblem(getJudgements(viewer, id))
  if (typeof found === 'string') return <RecordProblem problem={found} />
  const [t, desk] = await Promise.all([getTranslations('rounds.result'), getTranslations('desk')])
  const title = inLanguage(found.practice.title, locale)
  const isAnswered = found.judgements.every(({ outcome }) => outcome.unanswered === 0)
  return (
    <Page>
      <Breadcrumb
        steps={[
          { label: desk('title'), href: '/desk' },
          { label: title.value, href: `/desk/practices/${id}` },
          { label: t('answers.title') },
        ]}
      />
      <PageHead
        title={t('answers.title')}
        actions={<LinkButton href={`/desk/practices/${id}`}>{t('answers.back')}</LinkButton>}
      >
        {t('answers.lead')}
      </PageHead>
      {found.judgements.length === 0 ? (
        <EmptyState title={t('answers.none')} />
      ) : (
        isAnswered && <Notice tone="ok">{t('answers.publishable')}</Notice>
      )}
      <ClientTexts namespaces={['rounds', 'errors', 'ui']} parts={{ rounds: ['result'] }}>
        {found.judgements.map((judgement) => (
          <Judgement key={judgement.outcome.roundId} judgement={judgement} locale={locale} />
        ))}
      </ClientTexts>
    </Page>
  )
}

async function Judgement({ judgement, locale }: { judgement: JudgementOfPractice; locale: Locale }) {
  const [t, names] = await Promise.all([getTranslations('rounds.result'), getTranslations('rounds.criterion')])
  const { roundTitle, territoryName, outcome, demo, quorum } = judgement
  const title = inLanguage(roundTitle, locale)
  const languages = languageChoices(locale)
  const day = dateText(locale, outcome.overAt, 'day')
  const scope = `-${outcome.roundId}`
  return (
    <div className="mt-10 border-t border-ink pt-5">
      <h2 lang={title.language} className="font-serif text-2xl tracking-serif wrap-break-word">
        {title.value}
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        {t('answers.closedOn', { territory: inLanguage(territoryName, locale).value, day })}
      </p>
      {demo && <Notice tone="mark">{t('demo')}</Notice>}
      <div className="mt-3">
        <OutcomeSheet
          outcome={outcome}
          quorum={quorum}
          withNames={false}
          scope={scope}
          answer={
            outcome.isWithdrawn
              ? () => null
              : ({ reviewId, subject, language, answer }) => (
                  <AnswerForm
                    remark={{ reviewId, subject, name: subject === 'general' ? t('general') : names(subject) }}
                    initial={{
                      state: answer?.state ?? '',
                      text: answer === null || answer.text === null ? '' : inLanguage(answer.text, locale).value,
                      language: answer?.text?.original ?? language ?? locale,
                    }}
                    {...(answer !== null && { version: answer.version })}
                    languages={languages}
                    most={mostWords.answer}
                  />
                )
          }
        />
      </div>
      <Section id={`decisions${scope}`} title={t('decisions.title')}>
        <GroupVerdicts decisions={outcome.decisions} />
      </Section>
    </div>
  )
}
