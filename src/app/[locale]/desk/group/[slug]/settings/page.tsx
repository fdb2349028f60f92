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
import { groupToForm, nameOfGroup } from '@/modules/groups/group.schema'
import { ArchiveGroup } from '@/modules/groups/ui/archive-group.client'
import { ArchivedNotice } from '@/modules/groups/ui/archived-notice'
import { GroupForm } from '@/modules/groups/ui/group-form.client'
import { RestoreGroup } from '@/modules/groups/ui/restore-group.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('settings'), robots: { index: false } }
}

export default function GroupSettingsPage(props: Props) {
  return answered(() => groupSettingsPage(props))
}

async function groupSettingsPage({ params }: Props) {
  const { locale, slug } = await params
  const path = `/desk/group/${slug}`
  const viewer = await groupViewer(locale, `${path}/settings`)
  const group = await orProblem(getGroup(viewer, slug))
  if (typeof group === 'string') return <RecordProblem problem={group} />
  if (!canKeepGroup(viewer, { territoryId: group.territory.id })) forbidden()
  const t = await getTranslations('groups')
  const at = { id: group.id, version: group.version }
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/desk/group' },
          { label: nameOfGroup(group, locale).value, href: path },
          { label: t('settings') },
        ]}
      />
      <PageHead title={t('settings')} />
      <ArchivedNotice group={group} />
      <ClientTexts namespaces={['groups', 'errors', 'form', 'ui']} parts={{ form: ['moves'] }}>
        {group.archivedAt === null ? (
          <>
            <GroupForm
              at={at}
              initial={groupToForm(group)}
              languages={locales.map((value) => ({ value, label: languageName(value, locale) }))}
              back={path}
            />
            <ArchiveGroup at={at} name={nameOfGroup(group, locale).value} />
          </>
        ) : (
          <RestoreGroup at={at} />
        )}
      </ClientTexts>
    </Page>
  )
}
