import { AppError, requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { type ActorDetail, actorDetailSchema } from '@/modules/actors/actor.schema'
import { namedTerritory, sourceOf } from '@/core/curated'
import { db } from '@/platform/db'

const reference = {
  select: {
    id: true,
    slug: true,
    territoryId: true,
    status: true,
    visibility: true,
    legalStatusSince: true,
    names: { where: { kind: 'label' } },
  },
} as const
type Reference = Parameters<typeof canReadActor>[1] & {
  id: string
  slug: string
  legalStatusSince: string | null
  names: { language: string; value: string; isOriginal: boolean }[]
}

/** A related actor by name; null when this viewer may not read it. */
const named = (viewer: Viewer | null, actor: Reference | null, locale: string) =>
  actor &&
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
      territory: { select: { id: true, slug: true, name: true } },
      homeTerritory: { select: { id: true, slug: true, name: true } },
      parent: reference,
      successor: reference,
      predecessors: reference,
    },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  const wasPublic = row.status === 'archived' && row.publishedAt !== null && row.visibility === 'public'
  requireSeen(canReadActor(viewer, row), wasPublic)
  const isOwn = viewer?.can('editor', row.territoryId) === true
  return actorDetailSchema.parse({
    ...row,
    longitude: isOwn ? row.longitude : row.publicLongitude,
    latitude: isOwn ? row.latitude : row.publicLatitude,
    territory: namedTerritory(row.territory, locale),
    homeTerritory: namedTerritory(row.homeTerritory, locale),
    parent: named(viewer, row.parent, locale) || null,
    successor: named(viewer, row.successor, locale) || null,
    predecessors: row.predecessors.map((actor) => named(viewer, actor, locale)).filter(Boolean),
    sentBackReason: isOwn ? row.sentBackReason : null,
    source: sourceOf(row),
  })
}

/** The present address of an actor whose old slug was asked for, or null. */
export async function actorSlugAfter(oldSlug: string): Promise<string | null> {
  const alias = await db.slugAlias.findUnique({ where: { slug: oldSlug } })
  if (alias?.recordKind !== 'actor') return null
  return (await db.actor.findUnique({ where: { id: alias.recordId }, select: { slug: true } }))?.slug ?? null
}
