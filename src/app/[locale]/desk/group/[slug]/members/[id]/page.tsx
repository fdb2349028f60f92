import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { keptGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
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
  const frame = await keptGroupFrame({ locale, slug }, `/members/${id}`)
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path, way } = frame
  const member = await orProblem(getMember(viewer, slug, id))
  if (typeof member === 'string') return <RecordProblem problem={member} />
  const words = await getTranslations('groups.member')
  return (
    <Page reading>
      <Breadcrumb steps={[...way, { label: member.name }]} />
      <PageHead title={member.name}>{words('lead')}</PageHead>
      <ClientTexts namespaces={['groups', 'taxonomy', 'errors', 'ui']}>
        <MemberForm groupId={group.id} userId={member.userId} initial={memberToForm(member)} back={`${path}#members`} />
        <RemoveMember groupId={group.id} userId={member.userId} />
      </ClientTexts>
    </Page>
  )
}
