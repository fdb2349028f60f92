import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { canRestoreRevision } from '@/modules/curation/proposal.policy'
import { afterMoment, type CuratedKind } from '@/modules/curation/proposal.schema'
import { compareVersions, findFileDeeds, getHistory } from '@/modules/curation/revision.queries'
import { comparedIn } from '@/modules/curation/revision.schema'
import { CompareForm } from '@/modules/curation/ui/compare-form'
import { FileDeedList } from '@/modules/curation/ui/file-deed-list'
import { RevisionList } from '@/modules/curation/ui/revision-list'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { StatusBadge } from '@/ui/status-badge'
import { Toast } from '@/ui/toast'
import { orProblem } from './or-problem'
import { deskViewer } from './desk-viewer'
import { formChoices } from './form-choices'
import { recordWords } from './record-words'

const limit = 50

/** The versions of a record: who, when, what; any two beside each other; an older one given back. */
export async function RecordHistory({
  kind,
  locale,
  id,
  asked,
}: {
  kind: CuratedKind
  locale: Locale
  id: string
  asked: Record<string, string | string[] | undefined>
}) {
  const path = `/desk/${kind}s/${id}/history`
  const viewer = await deskViewer(locale, path)
  const after = afterMoment(typeof asked.after === 'string' ? asked.after : null)
  const history = await orProblem(getHistory(viewer, { kind, id }, { after, limit, locale }))
  if (typeof history === 'string') return <RecordProblem problem={history} />
  const { name, present, versions } = history
  const compared = comparedIn(asked.a, asked.b)
  const [t, desk, choices, deeds, two] = await Promise.all([
    getTranslations('history'),
    getTranslations('desk'),
    formChoices(viewer, locale),
    findFileDeeds(viewer, { kind, id }),
    compared && compareVersions(viewer, { kind, id }, { ...compared, locale }),
  ])
  const { Diff, PartNames } = recordWords[kind]
  return (
    <Page>
      <Breadcrumb
        steps={[
          { label: desk('title'), href: '/desk' },
          { label: name, href: `/${kind}s/${present.slug}` },
          { label: t('title') },
        ]}
      />
      <PageHead title={name} eyebrow={t('title')}>
        <StatusBadge status={present.status} /> {t('count', { count: versions.total })}
      </PageHead>
      {compared !== null && (
        <section aria-labelledby="compared" className="mb-8 max-w-[52rem]">
          <h2 id="compared" className="mb-2 text-lg font-semibold">
            {t('compared', compared)}
          </h2>
          {two === null ? <Notice tone="warn">{t('unreadable')}</Notice> : <Diff choices={choices} versions={two} />}
        </section>
      )}
      <ClientTexts namespaces={['history', 'form', 'errors', 'ui']}>
        {versions.total > 1 && <CompareForm action={`/${locale}${path}`} />}
        <RevisionList
          at={{ kind, id, version: present.version }}
          path={path}
          rows={versions.rows}
          compared={compared ?? { a: present.version - 1, b: present.version }}
          mayRestore={canRestoreRevision(viewer, present)}
          partNames={(parts) => <PartNames choices={choices} parts={parts} />}
        />
      </ClientTexts>
      <Pager nextHref={versions.next === null ? null : `${path}?after=${versions.next}`} label={t('older')} />
      {deeds.length > 0 && <FileDeedList deeds={deeds} />}
      {typeof asked.restored === 'string' && <Toast key={asked.restored}>{t('restored')}</Toast>}
    </Page>
  )
}
