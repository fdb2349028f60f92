import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { workingGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { dayOfMeeting, judgedChoices, languagesOf, usualLanguage } from '@/app/[locale]/desk/group/meeting-texts'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { findJudged } from '@/modules/groups/judged.queries'
import { findCandidates, getMeeting, getMinutesForm } from '@/modules/groups/meeting.queries'
import { most } from '@/modules/groups/meeting.schema'
import { AttendanceForm } from '@/modules/groups/ui/attendance-form.client'
import { DecisionForm } from '@/modules/groups/ui/decision-form.client'
import { MinutesForm } from '@/modules/groups/ui/minutes-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = ['attendance', 'minutes'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.record')
  return { title: t('title'), robots: { index: false } }
}

export default function RecordMeetingPage(props: Props) {
  return answered(() => recordMeetingPage(props))
}

async function recordMeetingPage({ params, searchParams }: Props) {
  const [{ locale, slug, id }, asked] = await Promise.all([params, searchParams])
  const frame = await workingGroupFrame({ locale, slug }, `/meetings/${id}/record`)
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path, way } = frame
  const meeting = await orProblem(getMeeting(viewer, slug, id))
  if (typeof meeting === 'string') return <RecordProblem problem={meeting} />
  const [t, record, candidates, minutes, judged] = await Promise.all([
    getTranslations('groups'),
    getTranslations('groups.record'),
    findCandidates(viewer, slug, meeting),
    getMinutesForm(viewer, slug, id),
    findJudged(viewer, slug, meeting),
  ])
  const languages = languagesOf(group, locale)
  const stored = new Map(meeting.attendance.map((one) => [one.userId, one]))
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <Page>
      <Breadcrumb
        steps={[...way, { label: t('meeting.title'), href: `${path}/meetings/${id}` }, { label: record('title') }]}
      />
      <PageHead
        title={record('title')}
        actions={<LinkButton href={`${path}/meetings/${id}`}>{record('back')}</LinkButton>}
      >
        {record('lead')}
      </PageHead>
      <ClientTexts namespaces={['groups', 'errors', 'ui']}>
        <Section id="attendance-part" title={t('meeting.attendance')}>
          {candidates.length === 0 ? (
            <p className="text-sm text-ink-2">{record('nobody')}</p>
          ) : (
            <AttendanceForm
              id={meeting.id}
              rows={candidates.map(({ userId, name, standsFor }) => ({
                ...{ userId, name, organisation: standsFor?.name ?? null },
                state: stored.get(userId)?.state ?? '',
                deputyId: stored.get(userId)?.deputyId ?? '',
              }))}
            />
          )}
        </Section>
        <Section id="minutes-part" title={t('meeting.minutes')}>
          <MinutesForm
            id={meeting.id}
            version={meeting.version}
            initial={{ ...minutes, language: minutes.language ?? usualLanguage(group, locale) }}
            languages={languages}
            most={most.minutes}
          />
        </Section>
        {candidates.length > 0 && (
          <Section id="decision-part" title={record('newDecision')}>
            <DecisionForm
              id={meeting.id}
              initial={{
                language: usualLanguage(group, locale),
                decidedOn: dayOfMeeting(meeting, group),
                ...{ text: '', judged: '', verdict: '' },
                present: meeting.attendance.flatMap(({ userId, state }) =>
                  state === 'present' && userId !== null ? [userId] : [],
                ),
              }}
              members={candidates.map(({ userId, name }) => ({ value: userId, label: name }))}
              languages={languages}
              judged={judgedChoices(judged, locale, t('decisions.hiddenPractice'))}
              most={most.decision}
            />
          </Section>
        )}
      </ClientTexts>
      {done !== undefined && <Toast key={done}>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
