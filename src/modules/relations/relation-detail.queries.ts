import { AppError, requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { canReadRelation } from '@/modules/relations/relation.policy'
import { summaryOf } from '@/modules/relations/relation.queries'
import { type RelationDetail, relationDetailSchema } from '@/modules/relations/relation.schema'
import { partiesOfRelation } from '@/modules/relations/relation.sql'
import { namedTerritory, sourceOf } from '@/core/curated'
import { db } from '@/platform/db'
import { prepared } from '@/platform/prepared'

const curated = { select: { territoryId: true, status: true, visibility: true } } as const

/**
 * One relation by id or slug, as the viewer may see it. Throws `not-found` whenever it may not be seen (also because one
 * of its actors may not), `gone` when it was once public and is archived.
 */
export async function getRelation(viewer: Viewer | null, idOrSlug: string, locale: string): Promise<RelationDetail> {
  const row = await db.relation.findUnique({
    where: isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
    include: {
      territory: { select: { id: true, slug: true, name: true } },
      parties: { select: { actor: curated } },
      holder: curated,
      contests: {
        where: { state: 'open' },
        orderBy: { openedAt: 'asc' },
        select: { openedAt: true, territory: { select: { id: true, slug: true, name: true } } },
      },
    },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  const isOwn = viewer?.can('editor', row.territoryId) === true
  const actors = [row.holder, ...row.parties.map((party) => party.actor)].filter((actor) => actor !== null)
  const isWhole = isOwn || actors.every((actor) => canReadActor(viewer, actor))
  const wasPublic = isWhole && row.status === 'archived' && row.publishedAt !== null && row.visibility === 'public'
  requireSeen(canReadRelation(viewer, row) && isWhole, wasPublic)
  const [raw] = await db.$queryRaw<unknown[]>(prepared(partiesOfRelation(row.id, locale)))
  const { parties, holder } = summaryOf(raw)
  return relationDetailSchema.parse({
    ...row,
    territory: namedTerritory(row.territory, locale),
    parties,
    holder,
    contests: row.contests.map(({ openedAt, territory }) => ({
      openedAt,
      territory: namedTerritory(territory, locale),
    })),
    amount:
      row.amount === null || row.amountCurrency === null
        ? null
        : { value: row.amount.toNumber(), currency: row.amountCurrency, year: row.amountYear },
    sentBackReason: isOwn ? row.sentBackReason : null,
    source: sourceOf(row),
  })
}

/** The present address of a relation whose old slug was asked for, or null. */
export async function relationSlugAfter(oldSlug: string): Promise<string | null> {
  const alias = await db.slugAlias.findUnique({ where: { slug: oldSlug } })
  if (alias?.recordKind !== 'relation') return null
  return (await db.relation.findUnique({ where: { id: alias.recordId }, select: { slug: true } }))?.slug ?? null
}
