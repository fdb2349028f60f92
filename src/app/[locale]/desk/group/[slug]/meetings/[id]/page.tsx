import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { GroupDocuments } from '@/app/[locale]/desk/group/group-documents'
import { groupFrame } from '@/app/[locale]/desk/group/group-frame'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { getMeeting } from '@/modules/groups/meeting.queries'
import { DecisionList } from '@/modules/groups/ui/decision-list'
import { MeetingSheet } from '@/modules/groups/ui/meeting-sheet'
import { ArchivedNotice } from '@/modules/groups/ui/archived-notice'
import { Breadcrumb } from '@/ui/breadcrumb'
import { buttonClasses } from '@/ui/button-look'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = ['planned', 'moved', 'cancelled', 'decided', 'corrected'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.meeting')
  return { title: t('title'), robots: { index: false } }
}

export default function MeetingPage(props: Props) {
  return answered(() => meetingPage(props))
}

async function meetingPage({ params, searchParams }: Props) {
  const [{ locale, slug, id }, asked] = await Promise.all([params, searchParams])
  const frame = await groupFrame({ locale, slug }, `/meetings/${id}`)
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path, way } = frame
  const meeting = await orProblem(getMeeting(viewer, slug, id))
  if (typeof meeting === 'string') return <RecordProblem problem={meeting} />
  const [t, words] = await Promise.all([getTranslations('groups'), getTranslations('groups.meeting')])
  const { timeZone } = group.territory
  const canKeep = group.archivedAt === null && canKeepGroup(viewer, { territoryId: group.territory.id })
  const day = dateText(locale, meeting.startsAt, 'day', timeZone)
  const name = nameOfGroup(group, locale)
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <Page>
      <Breadcrumb steps={[...way, { label: day }]} />
      <PageHead
        title={words('titleOn', { day })}
        eyebrow={<span lang={name.language}>{name.value}</span>}
        actions={
          <>
            {canKeep && <LinkButton href={`${path}/meetings/${id}/record`}>{words('record')}</LinkButton>}
            {canKeep && !meeting.isCancelled && (
              <LinkButton href={`${path}/meetings/${id}/edit`}>{words('change')}</LinkButton>
            )}
            <a
              href={`/api/groups/meetings/${id}/calendar.ics?lang=${locale}`}
              className={buttonClasses({ look: 'quiet' })}
            >
              {words('calendar')}
            </a>
          </>
        }
      />
      {meeting.isCancelled && <Notice tone="warn">{words('isCancelled')}</Notice>}
      <ArchivedNotice group={group} />
      {group.demo && <Notice tone="mark">{t('demo')}</Notice>}
      <div className="mt-5 max-w-[45rem]">
        <MeetingSheet meeting={meeting} timeZone={timeZone} />
      </div>
      <GroupDocuments viewer={viewer} locale={locale} of={{ kind: 'meeting', id: meeting.id }} asked={asked} />
      <DecisionList path={path} decisions={meeting.decisions} canKeep={canKeep} />
      {done !== undefined && <Toast key={done}>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
