import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { FictitiousBadge } from '@/modules/actors/ui/fictitious-badge'
import { type Column, DataTable } from '@/ui/data-table'
import { Disc } from '@/ui/disc'
import { Seal } from '@/ui/seal'

/** Actors as rows: name with disc and kind, place, number of international relations, seal. `sorting` makes heads links. */
export function ActorTable({
  rows,
  caption,
  sorting,
}: {
  rows: readonly ActorSummary[]
  caption: string
  /** Address and parameters of the list, when it can be sorted. */
  sorting?: { path: string; params: URLSearchParams; now: string }
}) {
  const t = useTranslations('actors.table')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const sort = (ascending: string | null, descending: string): Pick<Column<ActorSummary>, 'sort'> => {
    if (sorting === undefined) return {}
    const { path, params, now } = sorting
    const next = now === descending && ascending !== null ? ascending : descending
    return {
      sort: {
        href: addressWith(path, params, { sort: next }),
        now: now === descending ? 'descending' : now === ascending ? 'ascending' : 'none',
      },
    }
  }
  const columns: Column<ActorSummary>[] = [
    {
      key: 'name',
      label: t('name'),
      ...nameSort(sorting),
      cell: (actor) => (
        <span className="flex gap-3">
          <Disc kind={actor.kind} />
          <span className="min-w-0">
            <Link
              href={`/actors/${actor.slug}`}
              prefetch={false}
              lang={langOf(actor.name.language, locale)}
              className="font-semibold text-ink wrap-break-word"
            >
              {actor.name.value}
            </Link>{' '}
            {actor.fictitious && <FictitiousBadge />}
            <span className="block text-sm text-ink-2">{taxonomy(`kind.${actor.kind}`)}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'place',
      label: t('place'),
      cell: (actor) => [actor.city, countryName(actor.country, locale)].filter(Boolean).join(', '),
    },
    {
      key: 'relations',
      label: t('relations'),
      align: 'right',
      stacked: 'labelled',
      ...sort(null, 'relations'),
      cell: (actor) => format.number(actor.relations),
    },
    {
      key: 'confirmed',
      label: t('confirmed'),
      stacked: 'end',
      ...sort('verified', '-verified'),
      cell: (actor) => (
        <span className="whitespace-nowrap">
          <Seal verifiedAt={actor.verifiedAt} short />
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(actor) => actor.id} />
}

/** Names begin with A: the first press of a sorted column turns it round. */
function nameSort(sorting: { path: string; params: URLSearchParams; now: string } | undefined) {
  if (sorting === undefined) return {}
  const { path, params, now } = sorting
  return {
    sort: {
      href: addressWith(path, params, { sort: now === 'name' ? '-name' : null }),
      now: now === 'name' ? ('ascending' as const) : now === '-name' ? ('descending' as const) : ('none' as const),
    },
  }
}

const langOf = (language: string, locale: string) => (language === locale || language === '' ? undefined : language)
