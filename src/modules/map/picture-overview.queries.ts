import { greatCircle } from '@/core/arc'
import type { Locale } from '@/core/localized'
import type { LonLat } from '@/core/mercator'
import { classAt, type ValueClass } from '@/modules/map/class.schema'
import { endName, flowClasses } from '@/modules/map/flow.schema'
import type { Picture, PictureLine, PicturePlace } from '@/modules/map/picture.schema'
import { areasOfLevel } from '@/modules/map/picture-material.queries'
import { digitsOf, leastActors } from '@/modules/map/region.schema'
import type { FlowsScene, RegionsScene } from '@/modules/map/scene.queries'
import { relationGroups } from '@/modules/taxonomy/taxonomy.schema'
import { codeWords, type plainWords } from '@/platform/message-words'

type Words = Awaited<ReturnType<typeof plainWords>>

/** What a picture draws and says of a scene; `notes` stand at its foot, `said` under its title. */
export type Drawn = Pick<Picture, 'lines' | 'places' | 'legend' | 'areas'> & {
  title: string
  said: readonly string[]
  notes: readonly string[]
}

const rangeOf = (t: Words, { from, to }: ValueClass, written: (value: number) => string): string =>
  from === to ? written(from) : t('regions.range', { from: written(from), to: written(to) })

/** Flows by class of width and by group, each with its number, and the places that they tie. */
export async function drawnFlows({ found }: Pick<FlowsScene, 'found'>, locale: Locale, t: Words): Promise<Drawn> {
  const group = await codeWords('group', locale)
  const classes = flowClasses(found.flows)
  const written = (value: number) => new Intl.NumberFormat(locale).format(value)
  const lines = found.flows.map(({ ends, towards, group: of, state, count }): PictureLine => {
    const [from, to] = towards === ends[0].sign ? [ends[1], ends[0]] : ends
    const look = { step: classAt(classes, count), hasArrow: towards !== null }
    return { from: from.at, to: to.at, group: of, state, count, ...look }
  })
  const towns = new Map<string, PicturePlace>()
  for (const { ends } of found.flows)
    for (const end of ends)
      if (!towns.has(end.sign))
        towns.set(end.sign, { at: end.at, name: endName(end, locale), note: '', look: { is: 'place' } })
  const numbers = lines.map((line): PicturePlace => ({
    at: middleOf(line),
    name: written(line.count),
    note: '',
    look: { is: 'end', group: line.group },
  }))
  const groups = relationGroups.filter((key) => lines.some((line) => line.group === key))
  return {
    title: t('flows.title', { level: found.level }),
    said:
      found.flows.length < found.total
        ? [t('flows.capped', { shown: found.flows.length, total: found.total })]
        : [t('flows.count', { count: found.total, level: found.level })],
    notes: found.untied > 0 ? [t('flows.untied', { count: found.untied, level: found.level })] : [],
    lines,
    places: [...towns.values(), ...numbers],
    areas: [],
    legend:
      lines.length === 0
        ? []
        : [
            { is: 'title', label: t('flows.legend') },
            ...classes.map((one, step) => ({ is: 'width' as const, step, label: rangeOf(t, one, written) })),
            { is: 'title', label: t('flows.colour') },
            ...groups.map((key) => ({
              ...{ is: 'line' as const, group: key, state: 'active' as const },
              label: group(key),
            })),
          ],
  }
}

function middleOf({ from, to }: PictureLine): LonLat {
  const points = greatCircle(from, to).flat()
  return points[Math.floor(points.length / 2)] ?? from
}

/** Countries or regions by class of value, those without one hatched, and the values where there is room. */
export function drawnRegions({ found }: Pick<RegionsScene, 'found'>, locale: Locale, t: Words): Drawn {
  const { measure, base, level, regions, steps, classes, unplaced } = found
  const written = (value: number) => new Intl.NumberFormat(locale, digitsOf(value, base)).format(value)
  const stepOf = new Map(steps)
  const legend = t('regions.legend', { measure, base: base ?? 'none' })
  return {
    title: t('regions.title', { measure, level }),
    said: [...(base === null ? [] : [legend]), t('regions.count', { count: regions.length, level })],
    notes: unplaced > 0 ? [t('regions.unplaced', { count: unplaced })] : [],
    lines: [],
    places: regions.map(({ at, value }): PicturePlace => ({
      at: [...at],
      name: value === null ? '–' : written(value),
      note: '',
      look: { is: 'value' },
    })),
    areas: areasOfLevel(level).map(([code, polygons]) => ({ polygons, step: stepOf.get(code) ?? null })),
    legend: [
      { is: 'title', label: legend },
      ...classes.map((one, step) => ({
        ...{ is: 'area' as const, step },
        label: `${rangeOf(t, one, written)} (${t('regions.areas', { count: one.count })})`,
      })),
      {
        ...{ is: 'area', step: null },
        label: base === 'actors' ? t('regions.noneOrFew', { least: leastActors }) : t('regions.none'),
      },
    ],
  }
}
