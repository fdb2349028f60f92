import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { isAppError } from '@/core/app-error'
import { intentsFor } from '@/core/form-intent'
import type { Locale } from '@/core/localized'
import { canEditRelation, canPublishRelation } from '@/modules/relations/relation.policy'
import { getRelationForm } from '@/modules/relations/relation-form.queries'
import { RelationForm } from '@/modules/relations/ui/relation-form/relation-form.client'
import { RelationMoves } from '@/modules/relations/ui/relation-moves.client'
import { DraftNotice } from '@/modules/desk/ui/draft-notice.client'
import { setPageStatus } from '@/platform/reply'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { momentText } from '@/core/date-text'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { ProblemPage } from '@/ui/problem-page'
import { StatusBadge } from '@/ui/status-badge'
import { Toast } from '@/ui/toast.client'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { formChoices } from '@/app/[locale]/desk/form-choices'
import { openForm } from '@/app/[locale]/desk/opened-form'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('relationForm')
  return { title: t('editTitle'), robots: { index: false } }
}

export default async function EditRelationPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/relations/${id}`)
  const record = await getRelationForm(viewer, id, locale).catch((error: unknown) => {
    if (!isAppError(error)) throw error
    if (error.code === 'forbidden') forbidden()
    return null
  })
  if (record === null) {
    setPageStatus(404)
    return <ProblemPage kind="notFound" />
  }
  if (!canEditRelation(viewer, record)) forbidden()
  const [t, desk, ui, choices, { opened, keptAt }] = await Promise.all([
    getTranslations('relationForm'),
    getTranslations('desk'),
    getTranslations('ui'),
    formChoices(viewer, locale),
    openForm(viewer, 'relation', record),
  ])
  const mayPublish = canPublishRelation(viewer, record)
  const moves = [
    ...(mayPublish && record.status === 'submitted' ? (['sendBack'] as const) : []),
    ...(mayPublish && record.status !== 'archived' ? (['archive'] as const) : []),
  ]
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('editTitle') }]} />
      <PageHead title={record.name} eyebrow={t('editTitle')}>
        <StatusBadge status={record.status} />
      </PageHead>
      <ClientTexts namespaces={['relationForm', 'form', 'desk', 'errors', 'ui', 'taxonomy']}>
        <div className="mb-6 flex max-w-[45rem] flex-col gap-3 empty:hidden">
          {record.sentBackReason !== null && (
            <Notice tone="warn">{desk('reason', { reason: record.sentBackReason })}</Notice>
          )}
          {keptAt !== null && <DraftNotice form="relation" recordId={id} at={momentText(locale, keptAt)} />}
        </div>
        <RelationForm
          // A save leads back here: the new version is a new form.
          key={record.version}
          opened={opened}
          choices={choices}
          intents={intentsFor(record.status, mayPublish)}
        >
          {moves.length > 0 && <RelationMoves at={record} moves={moves} />}
        </RelationForm>
      </ClientTexts>
      {done === 'saved' && (
        <Toast key={record.version} closeLabel={ui('close')}>
          {desk(record.status === 'draft' ? 'done.draft' : 'done.save')}
        </Toast>
      )}
    </Page>
  )
}
