import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { FlowsScene, RegionsScene, Scene } from '@/modules/map/scene.queries'
import { endName, flowHref } from '@/modules/map/ui/flows-panel'
import { labelIn } from '@/modules/map/ui/label-in'
import { digitsOf, regionHref, regionName } from '@/modules/map/ui/region-words'
import { mostRegions } from '@/modules/map/ui/regions-panel'

type OverviewScene = FlowsScene | RegionsScene

/** What the embedded map shows, as a list that opens over it: for who does not see or use the map. */
export function EmbedList({ scene }: { scene: Exclude<Scene, OverviewScene> }) {
  const t = useTranslations('map')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const total = scene.kind === 'relation' ? scene.relation.parties.length : scene.page.total
  const shown = scene.kind === 'relation' ? total : scene.page.rows.length
  return (
    <details data-popover className="static">
      <summary className="inline-flex min-h-8 items-center text-link underline underline-offset-[.18em]">
        {scene.kind === 'actors'
          ? t('count.allPlain', { count: total })
          : scene.kind === 'actor'
            ? t('embed.relations', { count: total })
            : t('parties', { count: total })}
      </summary>
      <div className="absolute inset-x-0 bottom-full z-20 max-h-[70dvh] overflow-y-auto border-y border-rule bg-paper px-4 py-2 shadow-float">
        {scene.kind !== 'actors' && (
          <h2 className="py-1 font-semibold">
            {scene.kind === 'actor' ? labelIn(scene.actor, locale).value : taxonomy(`type.${scene.relation.type}`)}
          </h2>
        )}
        <ol className="divide-y divide-rule">
          {scene.kind === 'actors' &&
            scene.page.rows.map((actor) => (
              <Row key={actor.id} href={`/actors/${actor.slug}`} name={actor.name.value} language={actor.name.language}>
                {[taxonomy(`kind.${actor.kind}`), actor.city, countryName(actor.country, locale)]
                  .filter(Boolean)
                  .join(', ')}
              </Row>
            ))}
          {scene.kind === 'actor' &&
            scene.page.rows.map((relation) => (
              <Row
                key={relation.id}
                href={`/relations/${relation.slug}`}
                name={format.list(
                  relation.parties
                    .filter((party) => party.actor?.id !== scene.actor.id)
                    .slice(0, 3)
                    .map((party) => party.name.value || countryName(party.country, locale)),
                )}
              >
                {[taxonomy(`type.${relation.type}`), taxonomy(`state.${relation.state}`), relation.started?.slice(0, 4)]
                  .filter(Boolean)
                  .join(', ')}
              </Row>
            ))}
          {scene.kind === 'relation' &&
            scene.relation.parties.map((party, index) => (
              <Row
                key={index}
                href={party.actor === null ? `/relations/${scene.relation.slug}` : `/actors/${party.actor.slug}`}
                name={party.name.value || countryName(party.country, locale)}
              >
                {countryName(party.country, locale)}
              </Row>
            ))}
        </ol>
        {total > shown && <p className="py-1.5 text-ink-2">{t('embed.rest', { count: total - shown })}</p>}
      </div>
    </details>
  )
}

/** The same of flows or regions: each leads to its records. */
export function EmbedOverview({ scene, params }: { scene: OverviewScene; params: URLSearchParams }) {
  const flows = useTranslations('map.flows')
  const regions = useTranslations('map.regions')
  const format = useFormatter()
  const locale = useLocale()
  const rows =
    scene.kind === 'flows'
      ? scene.found.flows.map((flow) => ({
          key: flow.between,
          href: flowHref(params, scene.states, flow),
          name: flow.ends.map((end) => endName(end, locale)).join(' – '),
          said: flows('relations', { count: flow.count }),
        }))
      : scene.found.regions.slice(0, mostRegions).map((region) => {
          const { measure, base } = scene.found
          const records = regions('records', { measure, count: region.count })
          const value = region.value === null ? null : format.number(region.value, digitsOf(region.value, base))
          return {
            key: region.code,
            href: regionHref(params, measure, region.code),
            name: regionName(region, locale),
            said: base === null || value === null ? records : `${value}, ${records}`,
          }
        })
  return (
    <details data-popover className="static">
      <summary className="inline-flex min-h-8 items-center text-link underline underline-offset-[.18em]">
        {scene.kind === 'flows'
          ? flows('plain', { shown: scene.found.flows.length, total: scene.found.total })
          : regions('plain', { count: scene.found.regions.length })}
      </summary>
      <div className="absolute inset-x-0 bottom-full z-20 max-h-[70dvh] overflow-y-auto border-y border-rule bg-paper px-4 py-2 shadow-float">
        <ol className="divide-y divide-rule">
          {rows.map(({ key, href, name, said }) => (
            <Row key={key} href={href} name={name}>
              {said}
            </Row>
          ))}
        </ol>
      </div>
    </details>
  )
}

function Row({
  href,
  name,
  language,
  children,
}: {
  href: string
  name: string
  language?: string
  children: ReactNode
}) {
  const locale = useLocale()
  return (
    <li className="py-1.5">
      <Link
        href={href}
        prefetch={false}
        target="_blank"
        rel="noopener"
        lang={language === undefined || language === locale ? undefined : language}
        className="font-semibold wrap-break-word"
      >
        {name}
      </Link>
      <span className="block text-ink-2">{children}</span>
    </li>
  )
}
