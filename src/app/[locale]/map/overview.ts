import { getFormatter, getTranslations } from 'next-intl/server'
import { type ValueClass, classAt } from '@/modules/map/class.schema'
import { endName, flowClasses } from '@/modules/map/flow.schema'
import { digitsOf, leastActors, regionName, type RegionValue } from '@/modules/map/region.schema'
import type { FlowsScene, RegionsScene, Scene } from '@/modules/map/scene.queries'
import { flowHref } from '@/modules/map/ui/flows-panel'
import { regionHref } from '@/modules/map/ui/region-href'
import { mostRegions } from '@/modules/map/ui/regions-panel'
import type { Overview } from '@/modules/map/ui/overview-layers.client'
import { relationGroups } from '@/modules/taxonomy/taxonomy.schema'

/** What the map draws instead of actors, in the reader's language: flows or regions, or null. */
export async function overviewOf(locale: string): Promise<(scene: Scene, query: URLSearchParams) => Overview | null> {
  const [flowWords, regionWords, taxonomy, format] = await Promise.all([
    getTranslations('map.flows'),
    getTranslations('map.regions'),
    getTranslations('taxonomy'),
    getFormatter(),
  ])
  const range = ({ from, to }: ValueClass, written: (value: number) => string) =>
    from === to ? written(from) : regionWords('range', { from: written(from), to: written(to) })

  const flows = ({ found, states }: FlowsScene, query: URLSearchParams): Overview => {
    const classes = flowClasses(found.flows)
    const group = (key: (typeof relationGroups)[number]) => taxonomy(`group.${key}`)
    return {
      kind: 'flows',
      flows: found.flows.map((flow) => {
        const { between, ends, count, towards, state } = flow
        const [from, to] = towards === ends[0].sign ? [ends[1], ends[0]] : ends
        const places = `${endName(from, locale)} – ${endName(to, locale)}`
        return {
          ...{ id: between, from: from.at, to: to.at, group: flow.group, state, count, places },
          ...{ step: classAt(classes, count), hasArrow: towards !== null },
          name: flowWords('mark', { places, count, group: group(flow.group) }),
          href: `/${locale}${flowHref(query, states, flow)}`,
        }
      }),
      legend: {
        title: flowWords('legend'),
        classes: classes.map((one) => ({
          key: String(one.from),
          words: range(one, (n) => format.number(n)),
          note: '',
        })),
        missing: null,
        groups: relationGroups
          .filter((key) => found.flows.some((flow) => flow.group === key))
          .map((key) => [key, group(key)] as const),
        colour: flowWords('colour'),
      },
    }
  }

  const regions = ({ found, around }: RegionsScene, query: URLSearchParams): Overview => {
    const { measure, base, level } = found
    const written = (value: number) => format.number(value, digitsOf(value, base))
    const named = (region: RegionValue) => {
      const { code, at, value, count } = region
      const few = () => regionWords('few', { least: leastActors })
      const said = base === null ? regionWords('records', { measure, count }) : value === null ? few() : written(value)
      return {
        ...{ code, at, name: regionWords('mark', { place: regionName(region, locale), value: said }) },
        href: `/${locale}${regionHref(query, measure, code)}`,
      }
    }
    return {
      kind: 'regions',
      areas: {
        file: `areas-${level}.json`,
        steps: found.steps,
        regions: found.regions
          .slice(0, mostRegions)
          .map((region) => ({ ...named(region), value: region.value === null ? '–' : written(region.value) })),
        others: [...found.regions.slice(mostRegions), ...around].map(named),
      },
      legend: {
        title: regionWords('legend', { measure, base: base ?? 'none' }),
        classes: found.classes.map((one) => ({
          ...{ key: String(one.from), words: range(one, written), note: regionWords('areas', { count: one.count }) },
        })),
        missing: base === 'actors' ? regionWords('noneOrFew', { least: leastActors }) : regionWords('none'),
        groups: [],
        colour: null,
      },
    }
  }

  return (scene, query) =>
    scene.kind === 'flows' ? flows(scene, query) : scene.kind === 'regions' ? regions(scene, query) : null
}
