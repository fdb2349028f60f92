import { AppError, requireSeen } from '@/core/app-error'
import { namedTerritory, sourceOf } from '@/core/curated'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { getActorSummaries } from '@/modules/actors/actor.queries'
import { isPracticeSeen } from '@/modules/practices/handed-in.queries'
import { summaryOf } from '@/modules/practices/practice.queries'
import { practiceDetailSchema, type PracticeView } from '@/modules/practices/practice.schema'
import { besidePractice } from '@/modules/practices/practice.sql'
import { getRelationSummaries } from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'
import { prepared } from '@/platform/prepared'

/**
 * One practice by id or slug, as the viewer may see it, with those of its actors and relations that everybody may see.
 * Throws `not-found` whenever it may not be seen, `gone` when it was once public and is archived.
 */
export async function getPractice(viewer: Viewer | null, idOrSlug: string, locale: string): Promise<PracticeView> {
  const row = await db.practice.findUnique({
    where: isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
    include: { territory: { select: { id: true, slug: true, name: true } }, actors: true, relations: true },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  const isOwn = viewer?.can('editor', row.territoryId) === true
  const wasPublic = row.status === 'archived' && row.publishedAt !== null && row.visibility === 'public'
  requireSeen(await isPracticeSeen(viewer, row), wasPublic)
  const inChargeIds = row.inChargeId === null ? [] : [row.inChargeId]
  const [[raw], actors, relations] = await Promise.all([
    db.$queryRaw<unknown[]>(prepared(besidePractice(row.id, locale))),
    getActorSummaries([...inChargeIds, ...row.actors.map(({ actorId }) => actorId)], locale),
    getRelationSummaries(
      row.relations.map(({ relationId }) => relationId),
      locale,
    ),
  ])
  const beside = summaryOf(raw, locale)
  const isShown = actors.some(({ id }) => id === row.inChargeId)
  const detail = practiceDetailSchema.parse({
    ...row,
    territory: namedTerritory(row.territory, locale),
    ...{ region: beside.region, place: beside.place, nutsCode: beside.nutsCode },
    inCharge: isShown || isOwn ? beside.inCharge : null,
    createdById: isOwn ? row.createdById : null,
    sentBackReason: isOwn ? row.sentBackReason : null,
    source: sourceOf(row),
  })
  return { ...detail, actors: actors.filter(({ id }) => id !== row.inChargeId), relations }
}

/** The present address of a practice whose old slug was asked for, or null. */
export async function practiceSlugAfter(oldSlug: string): Promise<string | null> {
  const alias = await db.slugAlias.findUnique({ where: { slug: oldSlug } })
  if (alias?.recordKind !== 'practice') return null
  return (await db.practice.findUnique({ where: { id: alias.recordId }, select: { slug: true } }))?.slug ?? null
}
