import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'

/** Public actors of one cell of the grid. Sums and edges in its units (core/grid). */
export type Cell = {
  actors: number
  mx: number
  my: number
  west: number
  east: number
  north: number
  south: number
  /** The id of who is there alone; empty when they are several. */
  one: string
  byKind: Partial<Record<ActorKind, number>>
  byHome: Partial<Record<string, number>>
}
