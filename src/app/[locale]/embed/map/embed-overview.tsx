import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { endName } from '@/modules/map/flow.schema'
import { digitsOf, regionName } from '@/modules/map/region.schema'
import type { FlowsScene, RegionsScene } from '@/modules/map/scene.queries'
import { flowHref } from '@/modules/map/ui/flows-panel'
import { regionHref } from '@/modules/map/ui/region-href'
import { mostRegions } from '@/modules/map/ui/regions-panel'
import { EmbedRow } from './embed-row'

/** The flows or regions of the embedded map as a list: each leads to its records. */
export function EmbedOverview({ scene, params }: { scene: FlowsScene | RegionsScene; params: URLSearchParams }) {
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
          ? scene.found.flows.length < scene.found.total
            ? flows('plain', { shown: scene.found.flows.length, total: scene.found.total })
            : flows('whole', { count: scene.found.total })
          : regions('plain', { count: scene.found.regions.length })}
      </summary>
      <div className="absolute inset-x-0 bottom-full z-20 max-h-[70dvh] overflow-y-auto border-y border-rule bg-paper px-4 py-2 shadow-float">
        <ol className="divide-y divide-rule">
          {rows.map(({ key, href, name, said }) => (
            <EmbedRow key={key} href={href} name={name}>
              {said}
            </EmbedRow>
          ))}
        </ol>
      </div>
    </details>
  )
}
