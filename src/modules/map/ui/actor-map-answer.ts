// The whole of zod weighs 30 kB compressed, a seventh of what the map page may load.
import * as z from 'zod/mini'
import type { ActorMapAnswer, Cluster, Mark } from '@/modules/map/map.schema'
import { kindKeys } from '@/ui/kind-look'

const kind = z.enum(kindKeys)
const geometry = z.object({ coordinates: z.tuple([z.number(), z.number()]) })

const cluster = z.object({
  geometry,
  properties: z.object({
    count: z.int(),
    byKind: z.partialRecord(kind, z.int()),
    territory: z.nullable(z.string()),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
})
const mark = z.object({
  id: z.string(),
  geometry,
  properties: z.object({
    slug: z.string(),
    kind,
    name: z.string(),
    language: z.string(),
    freshness: z.enum(['fresh', 'ageing', 'old', 'never']),
  }),
})
const answer = z.object({
  properties: z.object({ total: z.int(), withoutPoint: z.int() }),
  features: z.array(z.union([mark, cluster])),
})

/** Reads what `/api/map/actors` answered; throws when it is something else. */
export function readActorMap(json: unknown): ActorMapAnswer {
  const { properties, features } = answer.parse(json)
  return {
    properties,
    features: features.map((feature): Cluster | Mark => {
      const at = feature.geometry.coordinates
      return 'id' in feature ? { id: feature.id, at, ...feature.properties } : { at, ...feature.properties }
    }),
  }
}
