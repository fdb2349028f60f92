import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { forbidden } from 'next/navigation'
import type { RecordStatus } from '@/core/curated'
import { intentsFor } from '@/core/form-intent'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { getActorForm } from '@/modules/actors/actor-form.queries'
import { canEditActor, canPublishActor } from '@/modules/actors/actor.policy'
import type { ActorForm } from '@/modules/actors/ui/actor-form/actor-form.client'
import type { ActorMoves } from '@/modules/actors/ui/actor-moves.client'
import { findOwnProposal } from '@/modules/curation/proposal.queries'
import { ProposalNotice } from '@/modules/curation/ui/proposal-notice'
import { DraftNotice } from '@/modules/desk/ui/draft-notice.client'
import { getPracticeForm } from '@/modules/practices/practice-form.queries'
import { canEditPractice, canMovePractice, canPublishPractice } from '@/modules/practices/practice.policy'
import type { PracticeForm } from '@/modules/practices/ui/practice-form/practice-form.client'
import type { PracticeMoves } from '@/modules/practices/ui/practice-moves.client'
import { getRelationForm } from '@/modules/relations/relation-form.queries'
import { canEditRelation, canPublishRelation } from '@/modules/relations/relation.policy'
import type { RelationForm } from '@/modules/relations/ui/relation-form/relation-form.client'
import type { RelationMoves } from '@/modules/relations/ui/relation-moves.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { momentText } from '@/core/date-text'
import { DeedLink } from '@/ui/deed-link'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { StatusBadge } from '@/ui/status-badge'
import { Toast } from '@/ui/toast'
import { orProblem } from './or-problem'
import { deskViewer } from './desk-viewer'
import { formChoices } from './form-choices'
import { movesOf } from './moves-of'
import { openForm } from './opened-form'
import { RecordFiles } from './record-files'

const rooms = {
  actor: {
    texts: 'actorForm',
    getForm: getActorForm,
    canEdit: canEditActor,
    canPublish: canPublishActor,
    canMove: canPublishActor,
  },
  relation: {
    texts: 'relationForm',
    getForm: getRelationForm,
    canEdit: canEditRelation,
    canPublish: canPublishRelation,
    canMove: canPublishRelation,
  },
  practice: {
    texts: 'practiceForm',
    getForm: getPracticeForm,
    canEdit: canEditPractice,
    canPublish: canPublishPractice,
    canMove: canMovePractice,
  },
} as const

/** The form of a record and the moves under it; named by its page, which would load those of the other kind, too. */
type Parts =
  | { kind: 'actor'; Form: typeof ActorForm; Moves: typeof ActorMoves }
  | { kind: 'relation'; Form: typeof RelationForm; Moves: typeof RelationMoves }
  | { kind: 'practice'; Form: typeof PracticeForm; Moves: typeof PracticeMoves }

/** What stands on the page, as far as what stands under its form asks. */
export type EditedRecord = { id: string; territoryId: string | null; status: RecordStatus }

/** The page on which a record is changed: its form as the viewer left it, and what else may be done with it. */
export async function EditRecord({
  kind,
  Form,
  Moves,
  locale,
  id,
  asked,
  download,
  below,
}: Parts & {
  locale: Locale
  id: string
  asked: Record<string, string | string[] | undefined>
  /** The record as files, beside its title. */
  download?: (record: { id: string; slug: string }) => ReactNode
  /** What stands under the form. */
  below?: (viewer: Viewer, record: EditedRecord) => Promise<ReactNode>
}) {
  const viewer = await deskViewer(locale, `/desk/${kind}s/${id}`)
  const { getForm, canEdit, canPublish, canMove, texts } = rooms[kind]
  const record = await orProblem(getForm(viewer, id, locale))
  if (typeof record === 'string') return <RecordProblem problem={record} />
  if (!canEdit(viewer, record)) forbidden()
  const mayMove = canMove(viewer, record)
  // Nobody publishes a practice of their own; what is public already, its coordinator changes at once.
  const isShown = record.status === 'published' || record.status === 'archived'
  const mayPublish = isShown ? mayMove : canPublish(viewer, record)
  const own = record.status === 'published' && !mayMove ? await findOwnProposal(viewer, kind, id, locale) : null
  const goesOn = own !== null && (own.isPending || asked.again !== undefined)
  const [t, desk, deeds, persons, choices, opened] = await Promise.all([
    getTranslations(texts),
    getTranslations('desk'),
    getTranslations('deeds'),
    getTranslations('persons.done'),
    formChoices(viewer, locale),
    openForm(viewer, kind, record, goesOn ? own : null),
  ])
  const moves = movesOf(record, mayMove)
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('editTitle') }]} />
      <PageHead
        title={record.name}
        eyebrow={t('editTitle')}
        actions={
          <>
            {download?.(record)}
            <DeedLink deed="history" href={`/desk/${kind}s/${id}/history`}>
              {deeds('history')}
            </DeedLink>
          </>
        }
      >
        <StatusBadge status={record.status} />
      </PageHead>
      <ClientTexts namespaces={[texts, 'form', 'desk', 'errors', 'ui', 'taxonomy', 'proposals', 'practices']}>
        <div className="mb-6 flex max-w-[45rem] flex-col gap-3 empty:hidden">
          {record.sentBackReason !== null && (
            <Notice tone="warn">{desk('reason', { reason: record.sentBackReason })}</Notice>
          )}
          {own !== null && <ProposalNotice proposal={own} />}
          {opened.keptAt !== null && <DraftNotice form={kind} recordId={id} at={momentText(locale, opened.keptAt)} />}
        </div>
        <Form
          // A save leads back here: the version it made is a new form. A version somebody else made is not, or what was
          // sent without script would be lost.
          key={String(asked.v ?? '')}
          opened={opened}
          choices={choices}
          intents={intentsFor(record.status, mayPublish)}
        >
          {moves.length > 0 && <Moves at={record} moves={moves} />}
        </Form>
      </ClientTexts>
      <RecordFiles viewer={viewer} locale={locale} of={{ kind, id }} asked={asked} />
      {await below?.(viewer, record)}
      {(asked.done === 'person' || asked.done === 'personRemoved') && (
        <Toast>{persons(asked.done === 'person' ? 'saved' : 'removed')}</Toast>
      )}
      {asked.done === 'saved' && (
        <Toast key={record.version}>{desk(record.status === 'draft' ? 'done.draft' : 'done.save')}</Toast>
      )}
    </Page>
  )
}
