import { freshnessOf } from '@/core/curated'
import { tileBoxes, worldUnits } from '@/core/grid'
import { findActorCells } from '@/modules/actors/cell.queries'
import { findNames, homeNamer } from '@/modules/map/actor-grid.queries'
import { type Tile, type TileActor, tileBuffer, type TileCluster, tileExtent } from '@/modules/map/map.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'

/** Cells of a tile are an eighth of its side: 64 pixels where tiles are drawn 512 pixels wide. */
const levelOf = (z: number) => Math.min(30, z + 3)

/** Where a point of the unit square of Web Mercator lies in a tile, over the antimeridian the shorter way. */
function placeIn({ z, x, y }: Tile, across: number, down: number): [number, number] {
  const tiles = 2 ** z
  let right = across * tiles - x
  if (right > tiles / 2 + 0.5) right -= tiles
  if (right < 0.5 - tiles / 2) right += tiles
  return [Math.floor(right * tileExtent), Math.floor((down * tiles - y) * tileExtent)]
}

const isShown = ([x, y]: readonly [number, number]) =>
  [x, y].every((value) => value >= -tileBuffer && value < tileExtent + tileBuffer)

/**
 * Public actors under a filter in a tile of the usual pyramid: one cluster, or the one actor, for each cell of its grid,
 * in units of the tile. Cells do not know which tile they are read for, so neighbours agree on what lies between them,
 * and each actor is inside (0 to 4095) of exactly one tile of a zoom; beyond, up to the buffer, it is shown once more.
 */
export async function findActorTile(
  tile: Tile,
  filter: Filter,
  locale: string,
): Promise<{ clusters: TileCluster[]; actors: TileActor[] }> {
  const level = levelOf(tile.z)
  const [cells, nameHome] = await Promise.all([
    findActorCells(filter, level, tileBoxes(tile, { level, margin: 1 })),
    homeNamer(locale),
  ])
  const shown = cells
    .map((cell) => ({
      cell,
      at: placeIn(tile, cell.mx / cell.actors / worldUnits, cell.my / cell.actors / worldUnits),
    }))
    .filter(({ at }) => isShown(at))
  const alone = shown.filter(({ cell }) => cell.actors === 1)
  const names = await findNames(
    alone.map(({ cell }) => cell.one),
    locale,
  )
  const now = new Date()
  return {
    clusters: shown
      .filter(({ cell }) => cell.actors > 1)
      .map(({ cell, at }) => ({ at, count: cell.actors, byKind: cell.byKind, territory: nameHome(cell) })),
    actors: alone.flatMap(({ cell, at }): TileActor[] => {
      const named = names.get(cell.one)
      const kind = actorKinds.find((one) => cell.byKind[one] !== undefined)
      if (named === undefined || kind === undefined) return []
      const { id, slug, name, language } = named
      return [{ at, id, slug, kind, name, language, freshness: freshnessOf(named.verified_at, now) }]
    }),
  }
}
