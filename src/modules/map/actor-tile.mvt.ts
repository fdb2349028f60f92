// Mapbox Vector Tile 2.1 (https://github.com/mapbox/vector-tile-spec/tree/master/2.1).
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { type TileActor, type TileCluster, tileExtent } from '@/modules/map/map.schema'
import { type ActorKind, actorKinds } from '@/modules/taxonomy/taxonomy.schema'

/** What a feature of the layer `actors` says; a tile has no nested values, so kinds are flat. */
export const tileFields: Record<string, 'Number' | 'String'> = {
  count: 'Number',
  ...Object.fromEntries(actorKinds.map((kind): [string, 'Number'] => [`kind_${kind}`, 'Number'])),
  territory: 'String',
  id: 'String',
  slug: 'String',
  kind: 'String',
  name: 'String',
  language: 'String',
  freshness: 'String',
}

const kindsOf = (byKind: Partial<Record<ActorKind, number>>) =>
  Object.fromEntries(actorKinds.flatMap((kind) => (byKind[kind] === undefined ? [] : [[`kind_${kind}`, byKind[kind]]])))

const feature = (at: readonly [number, number], tags: Record<string, string | number>) => ({
  type: 1,
  geometry: [at],
  tags,
})

/** One tile as bytes; no bytes when it is empty, which every reader takes for an empty tile. */
export function actorTileToMvt({
  clusters,
  actors,
}: {
  clusters: readonly TileCluster[]
  actors: readonly TileActor[]
}): Buffer<ArrayBuffer> {
  const features = [
    ...clusters.map(({ at, count, byKind, territory }) =>
      feature(at, { count, ...kindsOf(byKind), ...(territory !== null && { territory }) }),
    ),
    ...actors.map(({ at, ...properties }) =>
      feature(at, { count: 1, ...kindsOf({ [properties.kind]: 1 }), ...properties }),
    ),
  ]
  if (features.length === 0) return Buffer.alloc(0)
  return Buffer.from(fromGeojsonVt({ actors: { features } }, { version: 2, extent: tileExtent }))
}
