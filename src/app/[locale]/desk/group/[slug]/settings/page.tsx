import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { keptGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { RecordProblem } from '@/app/record-problem'
import { languageName } from '@/core/language'
import { type Locale, locales } from '@/core/localized'
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
  const frame = await keptGroupFrame({ locale, slug }, '/settings')
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { group, path, way } = frame
  const t = await getTranslations('groups')
  const at = { id: group.id, version: group.version }
  return (
    <Page reading>
      <Breadcrumb steps={[...way, { label: t('settings') }]} />
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
