import { useLocale, useTranslations } from 'next-intl'
import type { FacetPlace } from '@/modules/taxonomy/facet.schema'
import { askedOf, filterOf } from '@/modules/taxonomy/filter.schema'
import { DownloadMenu } from '@/ui/download-menu'

/** What the door of the network and that of the lists know beside the filters. */
const rowsAtOnce = '1000'

/**
 * What can be taken along of the present filters: the picture of the map, the network, actors and relations as data. Each
 * address says only what its door understands.
 */
export function Downloads({
  now,
  params,
  box,
}: {
  now: FacetPlace
  params: URLSearchParams
  /** What of the map is in view, as `bbox`; null = everything. */
  box: string | null
}) {
  const t = useTranslations('filters.download')
  const locale = useLocale()
  const { filter } = filterOf(params)
  const asked = askedOf(params, filter)
  asked.delete('zoom')
  if (now === 'map') {
    asked.delete('bbox')
    if (box !== null) asked.set('bbox', box)
  }
  asked.set('lang', locale)
  const withMore = (more: Readonly<Record<string, string | null>>) => {
    const own = new URLSearchParams(asked)
    for (const [key, value] of Object.entries(more)) if (value !== null) own.set(key, value)
    return own
  }
  const picture = now === 'map' ? withMore(pictureParams(params)) : asked
  const network = now === 'network' ? withMore({ actor: params.get('actor'), steps: params.get('steps') }) : asked
  const rows = withMore({ limit: rowsAtOnce })
  const files = [
    { key: 'picture', href: `/export/map.svg?${picture}`, name: 'atlas-map.svg' },
    { key: 'network', href: `/export/network.gexf?${network}`, name: 'network.gexf' },
    { key: 'actors', href: `/api/v1/actors?${rows}`, name: 'actors.json' },
    { key: 'relations', href: `/api/v1/relations?${rows}`, name: 'relations.json' },
  ] as const
  return (
    <DownloadMenu
      label={t('label')}
      files={files.map(({ key, ...file }) => ({ ...file, label: t(key) }))}
      note={t('rows')}
      isTight
    />
  )
}

/** What of the address of the map says how it is drawn. */
const pictureParams = (params: URLSearchParams) =>
  Object.fromEntries(['show', 'measure', 'base', 'bbox', 'zoom'].map((key) => [key, params.get(key)]))
