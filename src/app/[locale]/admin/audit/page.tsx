import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { formChoices } from '@/app/[locale]/desk/form-choices'
import { recordWords } from '@/app/[locale]/desk/record-words'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { RecordKind } from '@/core/curated'
import type { Locale } from '@/core/localized'
import { auditScope, canReadAudit } from '@/modules/administration/administration.policy'
import { auditPosition, findAudit } from '@/modules/administration/audit.queries'
import { auditFilterSchema, type AuditRow } from '@/modules/administration/audit.schema'
import { AuditFilters } from '@/modules/administration/ui/audit-filters'
import { AuditTable } from '@/modules/administration/ui/audit-table'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import { partsOfKind } from '@/modules/curation/versioned-record.queries'
import { findTerritories } from '@/modules/territories/territory.queries'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('audit.title'), robots: { index: false } }
}

export default function AuditPage(props: Props) {
  return answered(() => auditPage(props))
}

async function auditPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const viewer = await adminViewer(locale, '/admin/audit', canReadAudit)
  const asked = paramsOf(given)
  const filter = auditFilterSchema.parse(Object.fromEntries(asked))
  const after = auditPosition(asked.get('after'))
  const scope = auditScope(viewer)
  const [t, { rows, next }, { rows: territories }, choices] = await Promise.all([
    getTranslations('admin'),
    findAudit(viewer, filter, { after, limit: 50, locale }),
    findTerritories({}, { locale }),
    formChoices(viewer, locale),
  ])
  const own = scope === 'all' ? territories : territories.filter(({ id }) => scope.territoryIds.includes(id))
  const reads = scope === 'all' ? 'all' : own.length > 0 ? 'territory' : 'own'
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/admin' }, { label: t('audit.title') }]} />
      <PageHead title={t('audit.title')}>{t(`audit.lead.${reads}`)}</PageHead>
      <AuditFilters filter={filter} territories={own} byUser={reads !== 'own'} />
      {rows.length === 0 ? (
        <p className="py-6 text-ink-2">{t('audit.none')}</p>
      ) : (
        <AuditTable
          rows={rows}
          caption={t('audit.title')}
          partsOf={changedParts}
          partNames={({ recordKind }, parts) => {
            if (!isCurated(recordKind)) return null
            const { PartNames } = recordWords[recordKind]
            return <PartNames choices={choices} parts={parts} />
          }}
        />
      )}
      <Pager
        nextHref={next === null ? null : addressWith('/admin/audit', asked, { after: next })}
        label={t('audit.older')}
      >
        {rows.length > 0 && (
          <a href={addressWith('/api/admin/audit.csv', asked, {})} download>
            {t('audit.download')}
          </a>
        )}
      </Pager>
    </Page>
  )
}

const isCurated = (kind: RecordKind | null): kind is CuratedKind => kind !== null && kind in partsOfKind

/** The parts of a curated record that an entry is about; those of a first version are all there are. */
const changedParts = ({ recordKind, fields }: AuditRow): string[] =>
  isCurated(recordKind)
    ? partsOfKind[recordKind]
        .filter((part) => part.fields.some((field) => fields.includes(field)))
        .map(({ key }) => key)
    : []
