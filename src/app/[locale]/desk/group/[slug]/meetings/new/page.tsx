import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { languageChoices, usualLanguage } from '@/app/[locale]/desk/group/meeting-texts'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import { nameOfGroup } from '@/modules/groups/group.schema'
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
  const path = `/desk/group/${slug}`
  const viewer = await groupViewer(locale, `${path}/meetings/new`)
  const group = await orProblem(getGroup(viewer, slug))
  if (typeof group === 'string') return <RecordProblem problem={group} />
  if (!canKeepGroup(viewer, { territoryId: group.territory.id })) forbidden()
  if (group.archivedAt !== null) return <RecordProblem problem="notFound" />
  const [t, meetings] = await Promise.all([getTranslations('groups'), getTranslations('groups.meetings')])
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/desk/group' },
          { label: nameOfGroup(group, locale).value, href: path },
          { label: meetings('plan') },
        ]}
      />
      <PageHead title={meetings('plan')} />
      <ClientTexts namespaces={['groups', 'errors', 'ui']}>
        <MeetingForm
          groupId={group.id}
          at={null}
          initial={{ language: usualLanguage(group, locale) }}
          languages={languageChoices(group, locale)}
          timeZone={group.territory.timeZone}
          back={path}
          maxAgenda={most.agenda}
        />
      </ClientTexts>
    </Page>
  )
}
