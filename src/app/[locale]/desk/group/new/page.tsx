import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { coordinatedBy } from '@/app/[locale]/desk/coordinated'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { languageName } from '@/core/language'
import { type Locale, locales } from '@/core/localized'
import { canMakeSomeGroup } from '@/modules/groups/group.policy'
import { GroupForm } from '@/modules/groups/ui/group-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('make'), robots: { index: false } }
}

export default function NewGroupPage(props: Props) {
  return answered(() => newGroupPage(props))
}

async function newGroupPage({ params }: Props) {
  const { locale } = await params
  const viewer = await groupViewer(locale, '/desk/group/new')
  if (!canMakeSomeGroup(viewer)) forbidden()
  const [t, own] = await Promise.all([getTranslations('groups'), coordinatedBy(viewer, locale, '')])
  const territories = own.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk/group' }, { label: t('make') }]} />
      <PageHead title={t('make')}>{t('makeLead')}</PageHead>
      <ClientTexts namespaces={['groups', 'errors', 'ui']}>
        <GroupForm
          initial={{ original: locale, territoryId: territories.length === 1 ? (territories[0]?.value ?? '') : '' }}
          languages={locales.map((value) => ({ value, label: languageName(value, locale) }))}
          territories={territories}
          back="/desk/group"
        />
      </ClientTexts>
    </Page>
  )
}
