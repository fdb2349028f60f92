import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { languageName } from '@/core/language'
import { type Locale, locales } from '@/core/localized'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { MemberForm } from '@/modules/groups/ui/member-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.member')
  return { title: t('newTitle'), robots: { index: false } }
}

export default function NewMemberPage(props: Props) {
  return answered(() => newMemberPage(props))
}

async function newMemberPage({ params }: Props) {
  const { locale, slug } = await params
  const path = `/desk/group/${slug}`
  const viewer = await groupViewer(locale, `${path}/members/new`)
  const group = await orProblem(getGroup(viewer, slug))
  if (typeof group === 'string') return <RecordProblem problem={group} />
  if (!canKeepGroup(viewer, { territoryId: group.territory.id })) forbidden()
  if (group.archivedAt !== null) return <RecordProblem problem="notFound" />
  const [t, member] = await Promise.all([getTranslations('groups'), getTranslations('groups.member')])
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/desk/group' },
          { label: nameOfGroup(group, locale).value, href: path },
          { label: member('newTitle') },
        ]}
      />
      <PageHead title={member('newTitle')}>{member('newLead')}</PageHead>
      <ClientTexts namespaces={['groups', 'taxonomy', 'errors', 'ui']}>
        <MemberForm
          groupId={group.id}
          initial={{ locale: group.territory.languages.find((code) => locales.some((one) => one === code)) ?? locale }}
          languages={locales.map((value) => ({ value, label: languageName(value, locale) }))}
          back={`${path}#members`}
        />
      </ClientTexts>
    </Page>
  )
}
