// Read by hand: zod, even its small form, weighs a tenth of what the map page may load, and this is asked with the page.
import { listOf, numberOf, objectOf, oneOf, orNull, textOf } from '@/core/answer'
import type { Freshness } from '@/core/curated'
import type { ActorMapAnswer, Cluster, Mark } from '@/modules/map/map.schema'
import { kindKeys } from '@/ui/kind-look'

const freshnesses = ['fresh', 'ageing', 'old', 'never'] as const satisfies readonly Freshness[]

const pointOf = (geometry: unknown): [number, number] => {
  const [east, north] = listOf(objectOf(geometry).coordinates)
  return [numberOf(east), numberOf(north)]
}
const boxOf = (value: unknown): Cluster['bounds'] => {
  const [west, south, east, north] = listOf(value)
  return [numberOf(west), numberOf(south), numberOf(east), numberOf(north)]
}
const countsOf = (value: unknown): Cluster['byKind'] => {
  const counts: Cluster['byKind'] = {}
  for (const [kind, count] of Object.entries(objectOf(value))) counts[oneOf(kindKeys, kind)] = numberOf(count)
  return counts
}

function featureOf(value: unknown): Cluster | Mark {
  const feature = objectOf(value)
  const at = pointOf(feature.geometry)
  const { id, properties } = feature
  const said = objectOf(properties)
  if (id === undefined)
    return {
      at,
      count: numberOf(said.count),
      byKind: countsOf(said.byKind),
      territory: orNull(said.territory, textOf),
      bounds: boxOf(said.bounds),
    }
  return {
    at,
    id: textOf(id),
    slug: textOf(said.slug),
    kind: oneOf(kindKeys, said.kind),
    name: textOf(said.name),
    language: textOf(said.language),
    freshness: oneOf(freshnesses, said.freshness),
  }
}

/** Reads what `/api/map/actors` answered; throws when it is something else. */
export function readActorMap(json: unknown): ActorMapAnswer {
  const { properties, features } = objectOf(json)
  const { total, withoutPoint } = objectOf(properties)
  return {
    properties: { total: numberOf(total), withoutPoint: numberOf(withoutPoint) },
    features: listOf(features).map(featureOf),
  }
}
