import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { isAppError } from '@/core/app-error'
import { intentsFor } from '@/core/form-intent'
import type { Locale } from '@/core/localized'
import { canEditActor, canPublishActor } from '@/modules/actors/actor.policy'
import { getActorForm } from '@/modules/actors/actor-form.queries'
import { ActorForm } from '@/modules/actors/ui/actor-form/actor-form.client'
import { ActorMoves } from '@/modules/actors/ui/actor-moves.client'
import { DraftNotice } from '@/modules/desk/ui/draft-notice.client'
import { findPersons } from '@/modules/persons/person.queries'
import { PersonList } from '@/modules/persons/ui/person-list'
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
  const t = await getTranslations('actorForm')
  return { title: t('editTitle'), robots: { index: false } }
}

export default async function EditActorPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/actors/${id}`)
  const record = await getActorForm(viewer, id, locale).catch((error: unknown) => {
    if (!isAppError(error)) throw error
    if (error.code === 'forbidden') forbidden()
    return null
  })
  if (record === null) {
    setPageStatus(404)
    return <ProblemPage kind="notFound" />
  }
  if (!canEditActor(viewer, record)) forbidden()
  const [t, desk, ui, persons, choices, { opened, keptAt }] = await Promise.all([
    getTranslations('actorForm'),
    getTranslations('desk'),
    getTranslations('ui'),
    getTranslations('persons.done'),
    formChoices(viewer, locale),
    openForm(viewer, 'actor', record),
  ])
  const mayPublish = canPublishActor(viewer, record)
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
      <ClientTexts namespaces={['actorForm', 'form', 'desk', 'errors', 'ui', 'taxonomy']}>
        <div className="mb-6 flex max-w-[45rem] flex-col gap-3 empty:hidden">
          {record.sentBackReason !== null && (
            <Notice tone="warn">{desk('reason', { reason: record.sentBackReason })}</Notice>
          )}
          {keptAt !== null && <DraftNotice form="actor" recordId={id} at={momentText(locale, keptAt)} />}
        </div>
        <ActorForm
          // A save leads back here: the new version is a new form.
          key={record.version}
          opened={opened}
          choices={choices}
          intents={intentsFor(record.status, mayPublish)}
        >
          {moves.length > 0 && <ActorMoves at={record} moves={moves} />}
        </ActorForm>
      </ClientTexts>
      <PersonList actorId={id} persons={await findPersons(viewer, id)} />
      {(done === 'person' || done === 'personRemoved') && (
        <Toast closeLabel={ui('close')}>{persons(done === 'person' ? 'saved' : 'removed')}</Toast>
      )}
      {done === 'saved' && (
        <Toast key={record.version} closeLabel={ui('close')}>
          {desk(record.status === 'draft' ? 'done.draft' : 'done.save')}
        </Toast>
      )}
    </Page>
  )
}
