import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { workingGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { RecordProblem } from '@/app/record-problem'
import { languageName } from '@/core/language'
import { type Locale, locales } from '@/core/localized'
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
  const frame = await workingGroupFrame({ locale, slug }, '/members/new')
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { group, path, way } = frame
  const member = await getTranslations('groups.member')
  return (
    <Page reading>
      <Breadcrumb steps={[...way, { label: member('newTitle') }]} />
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
