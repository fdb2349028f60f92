import { Waypoints } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import { type NetworkColumn, type NetworkSort, sortText } from '@/modules/network/network-state.schema'
import type { NetworkNode } from '@/modules/network/network.schema'
import { NodeMeasure } from '@/modules/network/ui/node-measure.client'
import { type Column, DataTable } from '@/ui/data-table'
import { Disc } from '@/ui/disc'
import { PlaceDisc } from '@/ui/place-disc'

/**
 * The network as rows: the same nodes as in the picture, with what is measured of each. Betweenness and community are
 * measured by the reader's own browser and come when they are ready.
 */
export function NetworkTable({
  rows,
  path,
  params,
  sort,
}: {
  rows: readonly NetworkNode[]
  path: string
  params: URLSearchParams
  sort: NetworkSort
}) {
  const t = useTranslations('network.table')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const sortBy = (column: NetworkColumn, isDownFirst: boolean): Pick<Column<NetworkNode>, 'sort'> => {
    const isNow = sort.column === column
    const next = { column, isDown: isNow ? !sort.isDown : isDownFirst }
    return {
      sort: {
        href: addressWith(path, params, { sort: sortText(next) }),
        now: !isNow ? 'none' : sort.isDown ? 'descending' : 'ascending',
      },
    }
  }
  const figure = (column: 'relations' | 'degree' | 'countries'): Column<NetworkNode> => ({
    ...{ key: column, label: t(column), align: 'right', stacked: 'labelled' },
    ...sortBy(column, true),
    cell: (node) => format.number(node[column]),
  })
  const columns: Column<NetworkNode>[] = [
    {
      key: 'name',
      label: t('name'),
      ...sortBy('name', false),
      cell: (node) => (
        <span className="flex items-center gap-2.5">
          {node.kind === null ? <PlaceDisc /> : <Disc kind={node.kind} />}
          <span
            className="min-w-0 wrap-break-word"
            lang={node.language === locale ? undefined : (node.language ?? undefined)}
          >
            {node.slug === null ? (
              <span className="font-semibold">{node.name}</span>
            ) : (
              <Link href={`/actors/${node.slug}`} prefetch={false} className="font-semibold text-ink">
                {node.name}
              </Link>
            )}
          </span>
        </span>
      ),
    },
    {
      key: 'kind',
      label: t('kind'),
      ...sortBy('kind', false),
      cell: (node) => (node.kind === null ? t('place') : taxonomy(`kind.${node.kind}`)),
    },
    {
      key: 'country',
      label: t('country'),
      ...sortBy('country', false),
      cell: (node) => countryName(node.country, locale),
    },
    figure('relations'),
    figure('degree'),
    figure('countries'),
    {
      ...{ key: 'betweenness', label: t('betweenness'), align: 'right', stacked: 'labelled', screenOnly: true },
      ...sortBy('betweenness', true),
      cell: (node) => <NodeMeasure nodeKey={node.key} measure="betweenness" />,
    },
    {
      ...{ key: 'community', label: t('community'), align: 'right', stacked: 'labelled', screenOnly: true },
      ...sortBy('community', false),
      cell: (node) => <NodeMeasure nodeKey={node.key} measure="community" />,
    },
    {
      ...{ key: 'ego', label: t('ego'), stacked: 'end', screenOnly: true },
      cell: (node) =>
        node.slug !== null && (
          <Link
            href={addressWith(path, params, { actor: node.slug, steps: '1', sort: null })}
            prefetch={false}
            className="inline-grid size-7 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink max-sm:size-11"
            aria-label={t('egoOf', { name: node.name })}
            title={t('egoOf', { name: node.name })}
          >
            <Waypoints className="size-[18px]" aria-hidden />
          </Link>
        ),
    },
  ]
  return <DataTable caption={t('caption')} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
}
