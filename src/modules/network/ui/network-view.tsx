import { Download } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { addressWith } from '@/core/address'
import { Link } from '@/i18n/navigation'
import { type Network, type NetworkNode, stepsChoices } from '@/modules/network/network.schema'
import { countedSort, type NetworkState, sortText } from '@/modules/network/network-state.schema'
import { Announced } from '@/modules/map/ui/announced.client'
import { NetworkLab } from '@/modules/network/ui/network-lab.client'
import { MeasuredRows } from '@/modules/network/ui/measured-rows.client'
import { NetworkTable } from '@/modules/network/ui/network-table'
import { askedOf } from '@/modules/taxonomy/filter.schema'
import { facetPlaces } from '@/modules/taxonomy/facet.schema'
import { type FilterNames, useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { NoMatch } from '@/modules/taxonomy/ui/no-match'
import { ViewLinks } from '@/modules/taxonomy/ui/view-links'
import { buttonClasses } from '@/ui/button-look'
import { Disc } from '@/ui/disc'
import { Notice } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { proseTags } from '@/ui/prose-tags'

const { path } = facetPlaces.network
const measures = ['degree', 'countries', 'betweenness', 'community'] as const

/** The network of the filtered relations: filters, picture, who connects two groups, and the same as a table. */
export function NetworkView({
  params,
  state,
  network,
  centre,
  page,
  names,
  settings,
}: {
  params: URLSearchParams
  state: NetworkState
  network: Network
  /** The actor whose network it is. */
  centre: { slug: string; name: string; kind: NonNullable<NetworkNode['kind']> } | null
  page: { rows: readonly NetworkNode[]; nextHref: string | null }
  names: FilterNames
  settings: { url: string; licence: string }
}) {
  const t = useTranslations('network')
  const format = useFormatter()
  const locale = useLocale()
  const { filter } = state
  const rowsBy = countedSort(state.sort)
  const active = useActiveFilters({ filter, params, path, names })
  const count = t('count', { relations: network.relations.drawn, nodes: network.nodes.length })
  const asked = askedOf(params, filter)
  if (centre !== null) {
    asked.set('actor', centre.slug)
    asked.set('steps', String(state.steps))
  }
  asked.set('lang', locale)
  const said = [
    ...(centre === null ? [] : [`${centre.name}, ${t('ego.step', { count: state.steps })}`]),
    ...active.map(({ label }) => label),
  ]
  const whole = addressWith(path, params, { actor: null, steps: null })
  return (
    <>
      <PageHead title={t('title')}>{t('description')}</PageHead>
      <div className="mb-4 flex flex-col gap-4">
        <FilterBar
          list={facetPlaces.network}
          params={params}
          filter={filter}
          search={{ label: t('search') }}
          active={active}
          years
        />
        <IgnoredFilters ignored={state.ignored} />
        <ViewLinks now="network" params={params} />
        {centre !== null && (
          <section
            aria-label={t('ego.label')}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-sunk p-3.5"
          >
            <p className="flex items-center gap-2.5">
              <Disc kind={centre.kind} />
              <span>{t.rich('ego.of', { ...proseTags, name: centre.name })}</span>
            </p>
            <nav aria-label={t('ego.steps')} data-screen-only>
              <ul className="flex gap-1.5">
                {stepsChoices.map((steps) => (
                  <li key={steps}>
                    <Link
                      href={addressWith(path, params, { steps: String(steps) })}
                      prefetch={false}
                      aria-current={steps === state.steps ? 'true' : undefined}
                      className={buttonClasses({
                        size: 'small',
                        look: steps === state.steps ? 'primary' : 'secondary',
                      })}
                    >
                      {t('ego.step', { count: steps })}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
            <Link href={whole} prefetch={false} data-screen-only>
              {t('wholeNetwork')}
            </Link>
          </section>
        )}
        {network.nodes.length > 0 && (
          <p role="status" className="font-semibold">
            {count}
          </p>
        )}
        {!network.isWhole && (
          <Notice tone="warn">
            <strong>{t('cut.title')}</strong> {cutWords(network, centre !== null, t)} {t('cut.narrow')}
          </Notice>
        )}
      </div>
      {network.nodes.length <= 1 && network.links.from.length === 0 ? (
        <NoMatch
          title={centre !== null ? t('emptyOf', { name: centre.name }) : active.length > 0 ? t('empty') : t('none')}
          active={active}
        >
          {t('emptyHint')}
        </NoMatch>
      ) : (
        <>
          <noscript>
            <Notice tone="mark">{t('noScript')}</Notice>
          </noscript>
          <NetworkLab
            // What is chosen and measured is of one network.
            key={asked.toString()}
            query={asked.toString()}
            page={params.toString()}
            count={network.nodes.length}
            centre={centre?.slug ?? null}
            countries={Object.fromEntries(network.nodes.map(({ country }) => [country, countryName(country, locale)]))}
            picture={{
              title: t('picture.title', { filters: said.length === 0 ? t('picture.all') : said.join('; ') }),
              count,
              source: t('picture.source', {
                url: settings.url,
                licence: settings.licence,
                day: format.dateTime(new Date(), { dateStyle: 'long' }),
              }),
            }}
            download={
              <a
                href={`/export/network.gexf?${asked}`}
                download="network.gexf"
                className={buttonClasses({ size: 'small' })}
              >
                <Download aria-hidden />
                {t('download.gexf')}
              </a>
            }
          >
            <section aria-labelledby="network-table" className="mt-8">
              <h2 id="network-table" className="mb-1 text-lg font-semibold">
                {t('table.title')}
              </h2>
              <p className="mb-3 max-w-[45rem] text-sm text-ink-2">
                <span className="noscript:hidden">{t('table.measured')}</span>
                <noscript>{t('table.noScript')}</noscript>
              </p>
              <MeasuredRows key={sortText(state.sort)} sort={state.sort} path={path} query={params.toString()}>
                <Announced
                  text={t('table.sorted', { column: t(`table.${rowsBy.column}`), way: rowsBy.isDown ? 'down' : 'up' })}
                />
                <NetworkTable rows={page.rows} path={path} params={params} sort={rowsBy} />
                <Pager nextHref={page.nextHref} label={t('table.more')}>
                  {state.after !== null && <Link href={addressWith(path, params, {})}>{t('table.first')}</Link>}
                </Pager>
              </MeasuredRows>
            </section>
          </NetworkLab>
          <section aria-labelledby="network-words" className="mt-8 max-w-[45rem] text-sm">
            <h2 id="network-words" className="mb-2 text-lg font-semibold">
              {t('words.title')}
            </h2>
            <p>{t('rule')}</p>
            <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
              {measures.map((measure) => (
                <li key={measure}>{t.rich(`words.${measure}`, proseTags)}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </>
  )
}

/** Why not everything is there. */
function cutWords(network: Network, isNear: boolean, t: ReturnType<typeof useTranslations<'network'>>): string {
  const { found, nodes, relations } = network
  const shown = nodes.length
  if (!isNear) return t('cut.relations', { ...relations, shown })
  return found > shown ? t('cut.near', { found, shown }) : t('cut.many')
}
