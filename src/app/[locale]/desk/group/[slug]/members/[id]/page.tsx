import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { getMember } from '@/modules/groups/member.queries'
import { memberToForm } from '@/modules/groups/member.schema'
import { MemberForm } from '@/modules/groups/ui/member-form.client'
import { RemoveMember } from '@/modules/groups/ui/remove-member.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.member')
  return { title: t('title'), robots: { index: false } }
}

export default function MemberPage(props: Props) {
  return answered(() => memberPage(props))
}

async function memberPage({ params }: Props) {
  const { locale, slug, id } = await params
  const path = `/desk/group/${slug}`
  const viewer = await groupViewer(locale, `${path}/members/${id}`)
  const group = await orProblem(getGroup(viewer, slug))
  if (typeof group === 'string') return <RecordProblem problem={group} />
  if (!canKeepGroup(viewer, { territoryId: group.territory.id })) forbidden()
  const member = await orProblem(getMember(viewer, slug, id))
  if (typeof member === 'string') return <RecordProblem problem={member} />
  const [t, words] = await Promise.all([getTranslations('groups'), getTranslations('groups.member')])
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/desk/group' },
          { label: nameOfGroup(group, locale).value, href: path },
          { label: member.name },
        ]}
      />
      <PageHead title={member.name}>{words('lead')}</PageHead>
      <ClientTexts namespaces={['groups', 'taxonomy', 'errors', 'ui']}>
        <MemberForm groupId={group.id} userId={member.userId} initial={memberToForm(member)} back={`${path}#members`} />
        <RemoveMember groupId={group.id} userId={member.userId} />
      </ClientTexts>
    </Page>
  )
}
