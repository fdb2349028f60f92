import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { workingGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { languagesOf, meetingToForm } from '@/app/[locale]/desk/group/meeting-texts'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { zoneText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { getMeeting } from '@/modules/groups/meeting.queries'
import { most } from '@/modules/groups/meeting.schema'
import { CancelMeeting } from '@/modules/groups/ui/cancel-meeting.client'
import { MeetingForm } from '@/modules/groups/ui/meeting-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.meeting')
  return { title: t('change'), robots: { index: false } }
}

export default function EditMeetingPage(props: Props) {
  return answered(() => editMeetingPage(props))
}

async function editMeetingPage({ params }: Props) {
  const { locale, slug, id } = await params
  const frame = await workingGroupFrame({ locale, slug }, `/meetings/${id}/edit`)
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path, way } = frame
  const meeting = await orProblem(getMeeting(viewer, slug, id))
  if (typeof meeting === 'string' || meeting.isCancelled) return <RecordProblem problem="notFound" />
  const words = await getTranslations('groups.meeting')
  return (
    <Page reading>
      <Breadcrumb
        steps={[...way, { label: words('title'), href: `${path}/meetings/${id}` }, { label: words('change') }]}
      />
      <PageHead title={words('change')} />
      <ClientTexts namespaces={['groups', 'errors', 'ui']}>
        <MeetingForm
          groupId={group.id}
          at={{ id: meeting.id, version: meeting.version }}
          initial={meetingToForm(meeting, group, locale)}
          languages={languagesOf(group, locale)}
          timeZone={zoneText(locale, new Date(), group.territory.timeZone, 'longGeneric')}
          back={`${path}/meetings/${id}`}
          maxAgenda={most.agenda}
        />
        <CancelMeeting id={meeting.id} version={meeting.version} />
      </ClientTexts>
    </Page>
  )
}
