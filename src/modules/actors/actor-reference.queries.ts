import { AppError, type FieldProblem } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import type { NewActor } from '@/modules/actors/actor.schema'
import { findUnknownTerritories } from '@/modules/territories/territory.queries'
import type { Planned } from '@/platform/curated'
import type { Transaction } from '@/platform/bulk'

const portion = 5000 // a statement carries at most 32,767 parameters

/** Those of these ids that no row has, or none for this viewer's eyes. */
async function missing<Id>(ids: ReadonlySet<Id>, find: (ids: Id[]) => Promise<{ id: Id }[]>): Promise<Set<Id>> {
  const asked = [...ids]
  const left = new Set(ids)
  for (let at = 0; at < asked.length; at += portion)
    for (const { id } of await find(asked.slice(at, at + portion))) left.delete(id)
  return left
}

/**
 * Looks up what these actors newly refer to: place, parent, successor, home and curator. Throws `invalid` naming the
 * fields when one is not in the register, or not for this viewer's eyes, or the actor itself.
 */
export async function requireReferences(
  viewer: Viewer | null,
  plans: readonly Planned<NewActor>[],
  tx: Transaction,
): Promise<void> {
  const news = plans.map(({ id, before, content, territoryId }) => {
    const fresh = <Field extends 'placeId' | 'parentId' | 'successorId' | 'homeTerritoryId'>(field: Field) =>
      content[field] === before?.[field] ? undefined : content[field]
    return {
      id,
      placeId: fresh('placeId'),
      parentId: fresh('parentId'),
      successorId: fresh('successorId'),
      homeTerritoryId: fresh('homeTerritoryId'),
      territoryId: before === null && territoryId !== null ? territoryId : undefined,
    }
  })
  const named = <Value>(values: readonly (Value | undefined)[]) =>
    new Set(values.filter((value): value is Value => value !== undefined))
  const places = await missing(named(news.map(({ placeId }) => placeId)), (ids) =>
    tx.place.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  )
  // A parent or a successor may be saved together with the actor that names it.
  const together = new Set(news.map(({ id }) => id))
  const actors = await missing(
    named(
      news
        .flatMap(({ parentId, successorId }) => [parentId, successorId])
        .filter((id) => id === undefined || !together.has(id)),
    ),
    async (ids) => {
      const select = { id: true, territoryId: true, status: true, visibility: true }
      const rows = await tx.actor.findMany({ where: { id: { in: ids } }, select })
      return rows.filter((row) => canReadActor(viewer, row))
    },
  )
  const territories = await findUnknownTerritories(
    named(news.flatMap(({ homeTerritoryId, territoryId }) => [homeTerritoryId, territoryId])),
    tx,
  )
  for (const [row, one] of news.entries()) {
    const isActor = (id: string | undefined) => id !== undefined && (actors.has(id) || id === one.id)
    const isTerritory = (id: string | undefined) => id !== undefined && territories.has(id)
    const problems: FieldProblem[] = [
      ...(one.placeId !== undefined && places.has(one.placeId) ? [{ field: 'placeId', message: 'placeUnknown' }] : []),
      ...(['parentId', 'successorId'] as const)
        .filter((field) => isActor(one[field]))
        .map((field) => ({ field, message: 'unknown' })),
      ...(['homeTerritoryId', 'territoryId'] as const)
        .filter((field) => isTerritory(one[field]))
        .map((field) => ({ field, message: 'unknown' })),
    ]
    if (problems.length > 0) throw new AppError('invalid', 'invalid', { row: row + 1 }, problems)
  }
}
