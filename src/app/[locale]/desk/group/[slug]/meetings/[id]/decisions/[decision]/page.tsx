import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { workingGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { judgedChoices, languagesOf, practiceOf } from '@/app/[locale]/desk/group/meeting-texts'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { isoDay } from '@/core/blank'
import type { Locale } from '@/core/localized'
import { findJudged } from '@/modules/groups/judged.queries'
import { findCandidates, getMeeting } from '@/modules/groups/meeting.queries'
import { judgedText, most } from '@/modules/groups/meeting.schema'
import { DecisionForm } from '@/modules/groups/ui/decision-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string; id: string; decision: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.record')
  return { title: t('correctTitle'), robots: { index: false } }
}

export default function CorrectDecisionPage(props: Props) {
  return answered(() => correctDecisionPage(props))
}

async function correctDecisionPage({ params }: Props) {
  const { locale, slug, id, decision: decisionId } = await params
  const frame = await workingGroupFrame({ locale, slug }, `/meetings/${id}/decisions/${decisionId}`)
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path, way } = frame
  const meeting = await orProblem(getMeeting(viewer, slug, id))
  if (typeof meeting === 'string') return <RecordProblem problem={meeting} />
  const decision = meeting.decisions.find((one) => one.id === decisionId)
  if (decision === undefined) return <RecordProblem problem="notFound" />
  const [t, record, candidates, judged] = await Promise.all([
    getTranslations('groups'),
    getTranslations('groups.record'),
    findCandidates(viewer, slug, meeting),
    findJudged(viewer, slug, meeting),
  ])
  const { original, texts } = decision.text
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          ...way,
          { label: t('meeting.title'), href: `${path}/meetings/${id}` },
          { label: record('correctTitle') },
        ]}
      />
      <PageHead title={record('correctTitle')}>{record('correctLead')}</PageHead>
      <ClientTexts namespaces={['groups', 'errors', 'ui']}>
        <DecisionForm
          id={meeting.id}
          replacesId={decision.id}
          initial={{
            language: original,
            decidedOn: isoDay(decision.decidedOn),
            text: texts[original]?.value ?? '',
            judged: decision.about === null ? '' : judgedText(practiceOf(decision.about)),
            verdict: decision.about?.verdict ?? '',
            present: decision.present.flatMap(({ userId }) => userId ?? []),
          }}
          members={candidates.map(({ userId, name }) => ({ value: userId, label: name }))}
          languages={languagesOf(group, locale)}
          judged={judgedChoices(judged, locale, t('decisions.hiddenPractice'))}
          most={most.decision}
        />
      </ClientTexts>
    </Page>
  )
}
