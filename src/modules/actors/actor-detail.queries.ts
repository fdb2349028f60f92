import { AppError, requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { type ActorDetail, actorDetailSchema } from '@/modules/actors/actor.schema'
import { namedTerritory, sourceOf } from '@/core/curated'
import { db } from '@/platform/db'

const reference = {
  id: true,
  slug: true,
  territoryId: true,
  status: true,
  visibility: true,
  legalStatusSince: true,
  successorId: true,
  names: { where: { kind: 'label' } },
} as const
type Reference = Parameters<typeof canReadActor>[1] & {
  id: string
  slug: string
  legalStatusSince: string | null
  successorId: string | null
  names: { language: string; value: string; isOriginal: boolean }[]
}

/** A related actor by name; null when this viewer may not read it. */
const named = (viewer: Viewer | null, actor: Reference | undefined, locale: string) =>
  actor !== undefined &&
  canReadActor(viewer, actor) && {
    id: actor.id,
    slug: actor.slug,
    since: actor.legalStatusSince,
    name:
      (actor.names.find((name) => name.language === locale) ?? actor.names.find((name) => name.isOriginal))?.value ??
      '',
  }

/**
 * One actor by id or slug, as the viewer may see it. Throws `not-found` whenever it may not be seen, `gone` when it was
 * once public and is archived.
 */
export async function getActor(viewer: Viewer | null, idOrSlug: string, locale: string): Promise<ActorDetail> {
  const row = await db.actor.findUnique({
    where: isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
    include: {
      names: { orderBy: [{ kind: 'asc' }, { isOriginal: 'desc' }, { language: 'asc' }] },
      identifiers: { orderBy: { scheme: 'asc' } },
    },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  const wasPublic = row.status === 'archived' && row.publishedAt !== null && row.visibility === 'public'
  requireSeen(canReadActor(viewer, row), wasPublic)
  const isOwn = viewer?.can('editor', row.territoryId) === true
  const [related, territories] = await Promise.all([relatedTo(row), territoriesOf(row)])
  const relatedBy = (id: string | null) =>
    named(
      viewer,
      related.find((actor) => actor.id === id),
      locale,
    ) || null
  const territoryBy = (id: string | null) =>
    namedTerritory(territories.find((territory) => territory.id === id) ?? null, locale)
  return actorDetailSchema.parse({
    ...row,
    longitude: isOwn ? row.longitude : row.publicLongitude,
    latitude: isOwn ? row.latitude : row.publicLatitude,
    territory: territoryBy(row.territoryId),
    homeTerritory: territoryBy(row.homeTerritoryId),
    parent: relatedBy(row.parentId),
    successor: relatedBy(row.successorId),
    predecessors: related
      .filter(({ successorId }) => successorId === row.id)
      .map((actor) => named(viewer, actor, locale))
      .filter(Boolean),
    sentBackReason: isOwn ? row.sentBackReason : null,
    source: sourceOf(row),
  })
}

type Row = { id: string; parentId: string | null; successorId: string | null }

/** Its parent, successor and predecessors, asked for at once: Prisma would ask six times, also where there are none. */
async function relatedTo({ id, parentId, successorId }: Row): Promise<Reference[]> {
  const where = { OR: [{ id: { in: known(parentId, successorId) } }, { successorId: id }] }
  const ids = await db.actor.findMany({ where, select: { id: true } })
  if (ids.length === 0) return []
  return db.actor.findMany({
    where: { id: { in: ids.map((actor) => actor.id) } },
    select: reference,
    orderBy: { id: 'asc' },
  })
}

const known = (...ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null)

async function territoriesOf({
  territoryId,
  homeTerritoryId,
}: {
  territoryId: string | null
  homeTerritoryId: string | null
}) {
  const ids = known(territoryId, homeTerritoryId)
  if (ids.length === 0) return []
  return db.territory.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, name: true } })
}

/** The present address of an actor whose old slug was asked for, or null. */
export async function actorSlugAfter(oldSlug: string): Promise<string | null> {
  const alias = await db.slugAlias.findUnique({ where: { slug: oldSlug } })
  if (alias?.recordKind !== 'actor') return null
  return (await db.actor.findUnique({ where: { id: alias.recordId }, select: { slug: true } }))?.slug ?? null
}
