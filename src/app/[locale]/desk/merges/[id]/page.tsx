import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { getMerge } from '@/modules/curation/merge.queries'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { RelationPairs } from '@/modules/curation/ui/relation-pairs'
import { TakeMergeBack } from '@/modules/curation/ui/take-merge-back.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('duplicates.merged')
  return { title: t('eyebrow'), robots: { index: false } }
}

/** What a merge did, and the way to take it back. */
export default async function MergedPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/merges/${id}`)
  const merge = await orProblem(getMerge(viewer, id, locale))
  if (typeof merge === 'string') return <RecordProblem problem={merge} />
  const [t, words] = await Promise.all([getTranslations('duplicates.merged'), getTranslations('duplicates')])
  const { kept, merged, undoneAt, mergedBy } = merge
  const day = dateText(locale, merge.mergedAt, 'day')
  return (
    <Page>
      <Breadcrumb steps={[{ label: words('title'), href: '/desk/duplicates' }, { label: t('eyebrow') }]} />
      <PageHead
        eyebrow={t('eyebrow')}
        title={
          undoneAt === null ? t('title', { merged: merged.name, kept: kept.name }) : `${kept.name} – ${merged.name}`
        }
        actions={<LinkButton href="/desk/duplicates">{t('back')}</LinkButton>}
      />
      <div className="flex max-w-[45rem] flex-col gap-6">
        {undoneAt === null ? (
          <Notice tone="ok">
            {mergedBy === null ? t('done', { day }) : t('doneBy', { day, name: mergedBy })}{' '}
            {merge.kind === 'actor' && t('moved', { count: merge.relations })}
          </Notice>
        ) : (
          <Notice tone="mark">{t('undone', { day: dateText(locale, undoneAt, 'day') })}</Notice>
        )}
        <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          <div>
            <dt className="mb-1.5 text-xs font-label text-ink-2">{t('kept')}</dt>
            <dd>
              <CuratedName record={kept} />
            </dd>
          </div>
          <div>
            <dt className="mb-1.5 text-xs font-label text-ink-2">{t('gone')}</dt>
            <dd>
              <CuratedName record={merged} />
            </dd>
          </div>
        </dl>
        {undoneAt === null && merge.archived.length > 0 && (
          <div className="flex flex-col gap-2">
            <p className="font-label">{t('archived')}</p>
            {merge.archived.map((record) => (
              <CuratedName key={record.id} record={record} />
            ))}
          </div>
        )}
        {merge.meeting.length > 0 && (
          <div>
            <p className="mb-2 font-label">{t('meeting')}</p>
            <RelationPairs pairs={merge.meeting} compare />
          </div>
        )}
        {undoneAt === null && (
          <Section id="undo" title={t('undo')}>
            {merge.changed.length === 0 ? (
              <ClientTexts namespaces={['duplicates', 'errors', 'ui']}>
                <p className="mb-3 text-sm text-ink-2">{t('undoLead')}</p>
                <TakeMergeBack id={merge.id} />
              </ClientTexts>
            ) : (
              <Notice tone="warn">
                {t('cannotUndo')}
                <ul className="mt-2 flex flex-col gap-2 text-ink">
                  {merge.changed.map((record) => (
                    <li key={record.id}>
                      <CuratedName record={record} />
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
          </Section>
        )}
      </div>
      {done === 'undone' && <Toast>{words('done.undone')}</Toast>}
    </Page>
  )
}
