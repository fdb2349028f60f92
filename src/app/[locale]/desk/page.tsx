import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { Link } from '@/i18n/navigation'
import { findDeskActors } from '@/modules/actors/actor.queries'
import { findUnsentForms } from '@/modules/desk/draft.queries'
import { DeskList } from '@/modules/desk/ui/desk-list'
import { byChange, type DeskRow, deskRowOfActor, deskRowOfRelation } from '@/modules/desk/ui/desk-row'
import { NewRecordLinks } from '@/modules/desk/ui/new-record-links'
import { UnsentList } from '@/modules/desk/ui/unsent-list'
import { findDeskRelations } from '@/modules/relations/relation.queries'
import { ClientTexts } from '@/ui/client-texts'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast.client'
import { deskViewer } from './desk-viewer'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('title'), robots: { index: false } }
}

const limit = 50
const deeds = ['submit', 'publish', 'sendBack', 'archive', 'discard'] as const

/** Records of one state in the viewer's territories, of both kinds, last changed first. */
async function rowsOf(viewer: Viewer, status: RecordStatus, locale: Locale): Promise<DeskRow[]> {
  const asked = { status: [status], limit, locale }
  const [actors, relations] = await Promise.all([findDeskActors(viewer, asked), findDeskRelations(viewer, asked)])
  return [...actors.rows.map(deskRowOfActor), ...relations.rows.map(deskRowOfRelation)].sort(byChange)
}

export default async function DeskPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, '/desk')
  const [t, ui, unsent, drafts, submitted] = await Promise.all([
    getTranslations('desk'),
    getTranslations('ui'),
    findUnsentForms(viewer),
    rowsOf(viewer, 'draft', locale),
    rowsOf(viewer, 'submitted', locale),
  ])
  const isCoordinator = viewer.isAdmin || viewer.territoryIds.some((id) => viewer.can('coordinator', id))
  const sentBack = drafts.filter((row) => row.sentBackReason !== null)
  const plain = drafts.filter((row) => row.sentBackReason === null)
  const done = deeds.find((deed) => deed === asked.done)
  const isEmpty = unsent.length + drafts.length + submitted.length === 0
  const target = (['actor', 'relation'] as const).find((kind) => typeof asked[kind] === 'string')
  return (
    <Page>
      <PageHead title={t('title')} actions={isEmpty ? undefined : <NewRecordLinks />}>
        {t('lead')}
      </PageHead>
      <ClientTexts namespaces={['form', 'errors', 'ui']}>
        {isEmpty && (
          <EmptyState title={t('empty.title')} action={<NewRecordLinks />}>
            {t('empty.body')}
          </EmptyState>
        )}
        <UnsentList title={t('unsent.title')} forms={unsent} />
        <DeskList id="sent-back" title={t('sentBack')} rows={sentBack} />
        <DeskList
          id="submitted"
          title={t(isCoordinator ? 'toPublish' : 'waiting')}
          rows={submitted}
          moves={isCoordinator ? ['publish', 'sendBack'] : []}
          empty={isCoordinator && !isEmpty ? <p className="text-sm text-ink-2">{t('nothingToPublish')}</p> : undefined}
        />
        <DeskList id="drafts" title={t('drafts')} rows={plain} />
        {done !== undefined && (
          <Toast key={`${done} ${JSON.stringify(asked)}`} closeLabel={ui('close')}>
            {t(`done.${done}`)}{' '}
            {target !== undefined && done !== 'archive' && (
              <Link href={`/${target}s/${String(asked[target])}`} prefetch={false}>
                {t('open')}
              </Link>
            )}
          </Toast>
        )}
      </ClientTexts>
    </Page>
  )
}
