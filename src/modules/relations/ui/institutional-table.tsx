import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { PartyNames } from '@/modules/relations/ui/party-names'
import { edtfText } from '@/core/date-text'
import { type Column, DataTable } from '@/ui/data-table'
import { Seal } from '@/ui/seal'

/** Institutional relations of a territory, seen from its country: the partner abroad, years, holder, use by firms, seal. */
export function InstitutionalTable({
  rows,
  caption,
  country,
}: {
  rows: readonly RelationSummary[]
  caption: string
  country: string
}) {
  const t = useTranslations('relations.table')
  const relations = useTranslations('relations')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const year = (date: string | null) => date !== null && edtfText(locale, date.slice(0, 4))
  const columns: Column<RelationSummary>[] = [
    {
      key: 'partner',
      label: t('partner'),
      cell: (relation) => {
        const abroad = relation.parties.filter((party) => party.country !== country)
        return (
          <Link
            href={`/relations/${relation.slug}`}
            prefetch={false}
            className="font-semibold text-ink wrap-break-word"
          >
            {abroad.length === 0 ? (
              (relation.title?.value ?? relations('untitled'))
            ) : (
              <PartyNames
                parties={abroad}
                total={abroad.length + Math.max(0, relation.partyCount - relation.parties.length)}
                withCountry
              />
            )}
          </Link>
        )
      },
    },
    { key: 'type', label: t('type'), cell: (relation) => taxonomy(`type.${relation.type}`) },
    { key: 'since', label: t('since'), align: 'right', stacked: 'labelled', cell: ({ started }) => year(started) },
    { key: 'renewed', label: t('renewed'), align: 'right', stacked: 'hidden', cell: ({ renewed }) => year(renewed) },
    {
      key: 'state',
      label: t('state'),
      stacked: 'hidden',
      cell: ({ state }) => <span className={state === 'active' ? '' : 'text-ink-3'}>{taxonomy(`state.${state}`)}</span>,
    },
    {
      key: 'holder',
      label: t('holder'),
      screenOnly: true,
      cell: ({ holder }) =>
        holder === null ? (
          <span className="text-ink-3">{t('noHolder')}</span>
        ) : (
          <>
            <span className="unstacked:hidden">{t('heldBy')} </span>
            {holder.name}
          </>
        ),
    },
    {
      key: 'firms',
      label: t('firms'),
      stacked: 'hidden',
      cell: ({ usableByFirms }) => (usableByFirms === null ? '' : t(`usable.${usableByFirms}`)),
    },
    {
      key: 'confirmed',
      label: t('confirmed'),
      stacked: 'end',
      cell: ({ verifiedAt }) => (
        <span className="whitespace-nowrap">
          <Seal verifiedAt={verifiedAt} short />
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
}
