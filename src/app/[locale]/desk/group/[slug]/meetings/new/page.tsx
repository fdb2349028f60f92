import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { workingGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { languagesOf, usualLanguage } from '@/app/[locale]/desk/group/meeting-texts'
import { RecordProblem } from '@/app/record-problem'
import { zoneText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { most } from '@/modules/groups/meeting.schema'
import { MeetingForm } from '@/modules/groups/ui/meeting-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.meetings')
  return { title: t('plan'), robots: { index: false } }
}

export default function NewMeetingPage(props: Props) {
  return answered(() => newMeetingPage(props))
}

async function newMeetingPage({ params }: Props) {
  const { locale, slug } = await params
  const frame = await workingGroupFrame({ locale, slug }, '/meetings/new')
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { group, path, way } = frame
  const meetings = await getTranslations('groups.meetings')
  return (
    <Page reading>
      <Breadcrumb steps={[...way, { label: meetings('plan') }]} />
      <PageHead title={meetings('plan')} />
      <ClientTexts namespaces={['groups', 'errors', 'ui']}>
        <MeetingForm
          groupId={group.id}
          at={null}
          initial={{ language: usualLanguage(group, locale) }}
          languages={languagesOf(group, locale)}
          timeZone={zoneText(locale, new Date(), group.territory.timeZone, 'longGeneric')}
          back={path}
          maxAgenda={most.agenda}
        />
      </ClientTexts>
    </Page>
  )
}
