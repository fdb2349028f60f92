import { useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { Link } from '@/i18n/navigation'
import { FictitiousBadge } from '@/modules/actors/ui/fictitious-badge'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { RelationLine } from '@/modules/relations/ui/relation-line'
import { RelationName } from '@/modules/relations/ui/relation-name'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { type Column, DataTable } from '@/ui/data-table'
import { edtfText } from '@/core/date-text'
import { GroupIcon } from '@/ui/group-icon'
import { Seal } from '@/ui/seal'

type Sorting = { path: string; params: URLSearchParams; now: string }

/**
 * Relations as rows. On an actor's page (`seenFrom`) the actor itself is left out of the names and its role stands
 * beside; elsewhere the year. Holder and seal stand at the end of every row (LOOK §1, rule 3).
 */
export function RelationTable({
  rows,
  caption,
  seenFrom,
  sorting,
}: {
  rows: readonly RelationSummary[]
  caption: string
  seenFrom?: string
  sorting?: Sorting
}) {
  const t = useTranslations('relations.table')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const columns: Column<RelationSummary>[] = [
    {
      key: 'name',
      label: t('relation'),
      ...sortBy(sorting, 'name', '-name'),
      cell: (relation) => (
        <span className="flex gap-3">
          <GroupIcon group={groupOf(relation.type)} />
          <span className="min-w-0">
            <Link
              href={`/relations/${relation.slug}`}
              prefetch={false}
              className="font-semibold text-ink wrap-break-word"
            >
              <RelationName relation={relation} except={seenFrom} />
            </Link>{' '}
            {relation.fictitious && <FictitiousBadge />}
            <span className="block text-sm text-ink-2">
              <RelationLine relation={relation} except={seenFrom} withSince={seenFrom !== undefined} />
            </span>
          </span>
        </span>
      ),
    },
    seenFrom === undefined
      ? {
          key: 'since',
          label: t('since'),
          align: 'right',
          stacked: 'labelled',
          ...sortBy(sorting, 'started', '-started'),
          cell: (relation) => relation.started !== null && edtfText(locale, relation.started.slice(0, 4)),
        }
      : {
          key: 'role',
          label: t('role'),
          stacked: 'hidden',
          cell: (relation) => {
            const role = relation.parties.find((party) => party.actor?.id === seenFrom)?.role
            return role && taxonomy(`role.${role}`)
          },
        },
    {
      key: 'holder',
      label: t('holder'),
      cell: (relation) =>
        relation.holder === null ? (
          <span className="text-ink-3">{t('noHolder')}</span>
        ) : (
          <>
            <span className="unstacked:hidden">{t('heldBy')} </span>
            {relation.holder.name}
          </>
        ),
    },
    {
      key: 'state',
      label: t('state'),
      stacked: 'hidden',
      cell: (relation) => (
        <span className={relation.state === 'active' ? '' : 'text-ink-3'}>{taxonomy(`state.${relation.state}`)}</span>
      ),
    },
    {
      key: 'confirmed',
      label: t('confirmed'),
      stacked: 'end',
      ...sortBy(sorting, 'verified', '-verified'),
      cell: (relation) => (
        <span className="whitespace-nowrap">
          <Seal verifiedAt={relation.verifiedAt} short />
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(relation) => relation.id} />
}

function sortBy(sorting: Sorting | undefined, ascending: string, descending: string): Pick<Column<never>, 'sort'> {
  if (sorting === undefined) return {}
  const { path, params, now } = sorting
  const first = ascending === 'name' ? ascending : descending
  const next = now !== first ? first : first === ascending ? descending : ascending
  return {
    sort: {
      href: addressWith(path, params, { sort: next }),
      now: now === ascending ? 'ascending' : now === descending ? 'descending' : 'none',
    },
  }
}
