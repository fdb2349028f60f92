import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { intentsFor } from '@/core/form-intent'
import { isId, newId } from '@/core/id'
import type { Locale } from '@/core/localized'
import { RelationForm } from '@/modules/relations/ui/relation-form/relation-form.client'
import { findUnsentForms } from '@/modules/desk/draft.queries'
import { DraftNotice } from '@/modules/desk/ui/draft-notice.client'
import { TaskSection } from '@/modules/desk/ui/task-section'
import { UnsentList } from '@/modules/desk/ui/unsent-list'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { momentText } from '@/core/date-text'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { formChoices } from '@/app/[locale]/desk/form-choices'
import { openForm } from '@/app/[locale]/desk/opened-form'
import { FilesLater } from '@/app/[locale]/desk/files-later'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('relationForm')
  return { title: t('newTitle'), robots: { index: false } }
}

/** A new form has an id of its own in the address, so that what is typed finds its way back. */
export default async function NewRelationPage({ params, searchParams }: Props) {
  const [{ locale }, { draft: id }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/relations/new${typeof id === 'string' ? `?draft=${id}` : ''}`)
  if (typeof id !== 'string' || !isId(id)) redirect(`/${locale}/desk/relations/new?draft=${newId()}`)
  const [t, desk, choices, unsent, { opened, keptAt }] = await Promise.all([
    getTranslations('relationForm'),
    getTranslations('desk'),
    formChoices(viewer, locale),
    findUnsentForms(viewer, { limit: 50 }),
    openForm(viewer, 'relation', { id, version: null, values: {} }),
  ])
  const others = unsent.rows.filter((one) => one.form === 'relation' && one.isNew && one.recordId !== id)
  const mayPublish = viewer.isAdmin || viewer.territoryIds.some((territory) => viewer.can('coordinator', territory))
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['relationForm', 'form', 'desk', 'errors', 'ui', 'taxonomy']}>
        {keptAt !== null && (
          <div className="mb-6 max-w-[45rem]">
            <DraftNotice form="relation" recordId={id} at={momentText(locale, keptAt)} />
          </div>
        )}
        {keptAt === null && others.length > 0 && (
          <div className="mb-8 max-w-[45rem]">
            <TaskSection id="unsent" title={desk('continue')} lead={desk('unsent.lead')} count={others.length}>
              <UnsentList forms={others.slice(0, 3)} />
            </TaskSection>
          </div>
        )}
        <RelationForm key={id} opened={opened} choices={choices} intents={intentsFor(null, mayPublish)} />
      </ClientTexts>
      <FilesLater />
    </Page>
  )
}
