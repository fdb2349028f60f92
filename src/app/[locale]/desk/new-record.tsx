import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { intentsFor } from '@/core/form-intent'
import { momentText } from '@/core/date-text'
import { isId, newId } from '@/core/id'
import type { Locale } from '@/core/localized'
import type { ActorForm } from '@/modules/actors/ui/actor-form/actor-form.client'
import { findUnsentForms } from '@/modules/desk/draft.queries'
import type { DraftForm } from '@/modules/desk/draft.schema'
import { DraftNotice } from '@/modules/desk/ui/draft-notice.client'
import { TaskSection } from '@/modules/desk/ui/task-section'
import { UnsentList } from '@/modules/desk/ui/unsent-list'
import type { PracticeForm } from '@/modules/practices/ui/practice-form/practice-form.client'
import type { RelationForm } from '@/modules/relations/ui/relation-form/relation-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { deskViewer } from './desk-viewer'
import { FilesLater } from './files-later'
import { formChoices } from './form-choices'
import { openForm } from './opened-form'

const rooms = {
  actor: { texts: 'actorForm', isPublishedByOthers: false },
  relation: { texts: 'relationForm', isPublishedByOthers: false },
  practice: { texts: 'practiceForm', isPublishedByOthers: true },
} as const

/** A new form has an id of its own in the address, so that what is typed finds its way back. */
export async function NewRecord({
  kind,
  Form,
  locale,
  draft: id,
}: {
  kind: DraftForm
  /** Named by its page, which would load those of the other kinds, too. */
  Form: typeof ActorForm | typeof RelationForm | typeof PracticeForm
  locale: Locale
  draft: string | readonly string[] | undefined
}) {
  const path = `/desk/${kind}s/new`
  const viewer = await deskViewer(locale, `${path}${typeof id === 'string' ? `?draft=${id}` : ''}`)
  if (typeof id !== 'string' || !isId(id)) redirect(`/${locale}${path}?draft=${newId()}`)
  const { texts, isPublishedByOthers } = rooms[kind]
  const [t, desk, choices, unsent, opened] = await Promise.all([
    getTranslations(texts),
    getTranslations('desk'),
    formChoices(viewer, locale),
    findUnsentForms(viewer, { limit: 50 }),
    openForm(viewer, kind, { id, version: null, values: {} }),
  ])
  const others = unsent.rows.filter((one) => one.form === kind && one.isNew && one.recordId !== id)
  const mayPublish =
    !isPublishedByOthers &&
    (viewer.isAdmin || viewer.territoryIds.some((territory) => viewer.can('coordinator', territory)))
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={[texts, 'form', 'desk', 'errors', 'ui', 'taxonomy', 'practices']}>
        {opened.keptAt !== null && (
          <div className="mb-6 max-w-[45rem]">
            <DraftNotice form={kind} recordId={id} at={momentText(locale, opened.keptAt)} />
          </div>
        )}
        {opened.keptAt === null && others.length > 0 && (
          <div className="mb-8 max-w-[45rem]">
            <TaskSection id="unsent" title={desk('continue')} lead={desk('unsent.lead')} count={others.length}>
              <UnsentList forms={others.slice(0, 3)} />
            </TaskSection>
          </div>
        )}
        <Form key={id} opened={opened} choices={choices} intents={intentsFor(null, mayPublish)} />
      </ClientTexts>
      <FilesLater />
    </Page>
  )
}
