import type { RelationType } from '@/modules/taxonomy/taxonomy.schema'

/** Figures of a territory and everything below it, on the public view; relations are international ones only. */
export type TerritoryFigures = {
  actors: { total: number; confirmed: number }
  relations: {
    total: number
    confirmed: number
    withHolder: number
    withStart: number
    usable: number
    byType: Readonly<Record<string, number>>
  }
  holders: number
  /** Countries abroad, each relation once a country. */
  byCountry: { country: string; relations: number }[]
  /** Ties within the country: how many, never counted above. */
  domestic: number
  /** Relations that began in 2010 or later. */
  recent: number
  /** The most frequent type, and how many of it are active. */
  leading: { type: RelationType; count: number; active: number } | null
  /** From the first decade to the last, gaps too: `solid` active or planned, `hollow` the others. */
  decades: { decade: number; solid: number; hollow: number }[]
}
