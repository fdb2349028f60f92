import { AppError, requireThat } from '@/core/app-error'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { inLanguage } from '@/core/localized'
import { flatArea, isInside, type Polygons, shapeOf } from '@/core/polygon'
import type { Viewer } from '@/core/viewer'
import { boundarySchema, nutsBoundary } from '@/modules/places/border.queries'
import { canCreateTerritory } from '@/modules/territories/territory.policy'
import { findPoints } from '@/modules/territories/territory.queries'
import type { NewTerritory } from '@/modules/territories/territory.schema'
import { recordset, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData, writeAudit } from '@/platform/history'

const jsonOf = (polygons: Polygons) => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map((at) => [...at]))),
})

/** Middle of the largest polygon's box: where a territory's disc stands. */
function middleOf(polygons: Polygons): { longitude: number; latitude: number } {
  const [largest] = polygons.map((polygon) => shapeOf([polygon])).sort((a, b) => flatArea(b) - flatArea(a))
  const box = largest?.[0]
  if (box === undefined) return { longitude: 0, latitude: 0 }
  return { longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2 }
}

async function boundaryOf(territory: NewTerritory): Promise<Polygons> {
  if (territory.boundary !== undefined) return boundarySchema.parse(territory.boundary)
  const found = territory.nutsCode === undefined ? null : await nutsBoundary(territory.nutsCode)
  if (found === null) throw new AppError('invalid', 'invalid', {}, [{ field: 'nutsCode', message: 'unknownNuts' }])
  return found
}

/**
 * Creates a territory ("create your territory") with its boundary, and gives every actor and place inside it this home
 * where no inner territory holds it already. Admins only. `coordinate` makes the viewer its coordinator.
 * Throws `forbidden`, `invalid` (unknown NUTS code, slug taken, unknown parent).
 */
export async function createTerritory(
  viewer: Viewer | null,
  territory: NewTerritory,
  options: { id?: string; demo?: boolean; coordinate?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  requireThat(canCreateTerritory(viewer), viewer)
  const polygons = await boundaryOf(territory)
  const id = options.id ?? newId()
  const userId = viewer?.userId ?? null
  const { boundary: _, nutsCode, parentId, description, sourceName, sourceUrl, ...facts } = territory
  return db.$transaction(
    async (tx) => {
      const taken = await tx.territory.findUnique({ where: { slug: territory.slug }, select: { id: true } })
      if (taken !== null) throw new AppError('invalid', 'invalid', {}, [{ field: 'slug', message: 'slugTaken' }])
      await tx.territory.create({
        data: {
          ...facts,
          id,
          foldedName: fold(inLanguage(territory.name, territory.name.original).value),
          nutsCode: nutsCode ?? null,
          nutsVersion: nutsCode === undefined ? null : '2021',
          parentId: parentId ?? null,
          ...(description !== undefined && { description }),
          sourceName: sourceName ?? null,
          sourceUrl: sourceUrl ?? null,
          boundary: jsonOf(polygons),
          ...middleOf(polygons),
          demo: options.demo ?? false,
          createdById: userId,
          updatedById: userId,
        },
      })
      await giveHomes(tx, id, polygons)
      if (options.coordinate === true && userId !== null)
        await tx.membership.create({ data: { id: newId(), userId, role: 'coordinator', territoryId: id } })
      if (userId !== null)
        await writeAudit(tx, 'territory', userId, [
          { recordId: id, territoryId: id, action: 'create', changed: ['boundary'] },
        ])
      await touchData(tx)
      return { id, slug: territory.slug }
    },
    { timeout: 60_000 },
  )
}

/** Moves actors and places inside a new boundary to it, unless their present home is a smaller territory. */
async function giveHomes(tx: Transaction, id: string, polygons: Polygons): Promise<void> {
  const shape = shapeOf(polygons)
  const { actors, parties } = await findPoints()
  const larger = await largerThan(tx, flatArea(shape))
  const inside = actors.filter((point) => isInside(shape, point)).map((point) => point.id)
  if (inside.length > 0)
    await tx.actor.updateMany({
      where: { id: { in: inside }, OR: [{ homeTerritoryId: null }, { homeTerritoryId: { in: larger } }] },
      data: { homeTerritoryId: id },
    })
  const ends = parties.filter((point) => isInside(shape, point))
  if (ends.length > 0)
    await tx.$executeRaw`
      UPDATE relation_party AS rp SET home_territory_id = ${id}::uuid
      FROM ${recordset({ relation_id: 'uuid', position: 'integer' }, ends)}
      WHERE rp.relation_id = r.relation_id AND rp.position = r.position
        AND (rp.home_territory_id IS NULL OR rp.home_territory_id = ANY(${larger}::uuid[]))`
}

async function largerThan(tx: Transaction, area: number): Promise<string[]> {
  const rows = await tx.territory.findMany({ select: { id: true, boundary: true } })
  return rows.flatMap(({ id, boundary }) =>
    boundary !== null && flatArea(shapeOf(boundarySchema.parse(boundary))) > area ? [id] : [],
  )
}
