import { z } from 'zod'
import { classesOf, type ValueClass } from '@/modules/map/class.schema'
import { lineWidths } from '@/modules/map/width.schema'
import { countryName } from '@/core/country'
import { whole } from '@/core/number'
import { type TieLevel, tieLevels } from '@/modules/taxonomy/filter.schema'
import { relationGroup, relationState, relationType } from '@/modules/taxonomy/taxonomy.schema'

const flowEnd = z.object({
  /** ISO code of a country, NUTS 2 code, or number of the gazetteer. */
  sign: z.string(),
  /** Null for a country: every reader calls it differently. */
  name: z.string().nullable(),
  country: z.string(),
  at: z.tuple([z.number(), z.number()]),
})

/** All relations that tie two places, in either direction. */
export const flowSchema = z.object({
  /** Both signs, as `between` takes them. */
  between: z.string(),
  ends: z.tuple([flowEnd, flowEnd]),
  count: z.number().int(),
  /** The group with the most relations. */
  group: relationGroup,
  byGroup: z.partialRecord(relationGroup, z.number().int()),
  byType: z.partialRecord(relationType, z.number().int()),
  /** The liveliest state among them. */
  state: relationState,
  /** The sign that goods, people or money go to; null when that means nothing or they go both ways. */
  towards: z.string().nullable(),
})
export type Flow = z.output<typeof flowSchema>
export type FlowEnd = z.output<typeof flowEnd>

/** What an end of a flow is called by this reader. */
export const endName = ({ name, country }: Pick<FlowEnd, 'name' | 'country'>, locale: string): string =>
  name ?? countryName(country, locale)

export type Flows = {
  level: TieLevel
  /** The strongest, at most as many as asked for. */
  flows: Flow[]
  /** All in view. */
  total: number
  /** Relations under the filter that tie no two places of this level: both ends are in one, or one is not known. */
  untied: number
}

/** The classes of width of flows: natural breaks of their counts, from the fewest. */
export const flowClasses = (flows: readonly Pick<Flow, 'count'>[]): ValueClass[] =>
  classesOf(
    flows.map(({ count }) => count),
    lineWidths.length,
  )

/** How many flows are drawn at once: more would be a hairball. */
export const mostFlows = 150

/** Countries from afar, regions nearer, cities from nearby. */
export const tieLevelAt = (zoom: number): TieLevel => (zoom < 5 ? 'country' : zoom < 8 ? 'region' : 'city')

/** What flows are asked for beside the filters. */
export const flowParams = z.object({
  level: z.enum(tieLevels).optional(),
  limit: whole(1, 1000).default(mostFlows),
})
