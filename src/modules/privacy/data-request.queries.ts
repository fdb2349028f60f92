import { AppError, requireSeen } from '@/core/app-error'
import { namedTerritory } from '@/core/curated'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canHandleRequest, canHandleRequests } from '@/modules/privacy/data-request.policy'
import { type DataRequest, dataRequestSchema } from '@/modules/privacy/data-request.schema'
import { findOwnData } from '@/modules/privacy/own-data.queries'
import type { OwnData } from '@/modules/privacy/own-data.schema'
import { db } from '@/platform/db'

type Row = Awaited<ReturnType<typeof db.dataRequest.findMany>>[number]

const scopeOf = (viewer: Viewer) =>
  viewer.isAdmin
    ? {}
    : { territoryId: { in: viewer.territoryIds.filter((territoryId) => viewer.can('coordinator', territoryId)) } }

async function withTerritories(rows: readonly Row[], locale: string): Promise<DataRequest[]> {
  const ids = rows.flatMap(({ territoryId }) => territoryId ?? [])
  const found = await db.territory.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true },
  })
  return rows.map((row) =>
    dataRequestSchema.parse({
      ...row,
      territory: namedTerritory(found.find(({ id }) => id === row.territoryId) ?? null, locale)?.name ?? null,
    }),
  )
}

/** Requests whose sender confirmed the address, the next due first; those that are answered after them, newest first. */
export async function findDataRequests(
  viewer: Viewer | null,
  asked: { locale: string; isOpen: boolean; limit: number; after?: string | null },
): Promise<{ rows: DataRequest[]; total: number; next: string | null }> {
  requireSeen(canHandleRequests(viewer))
  const where = {
    ...scopeOf(viewer),
    state: asked.isOpen ? ('open' as const) : { in: ['done' as const, 'declined' as const] },
  }
  const [rows, total] = await Promise.all([
    db.dataRequest.findMany({
      where,
      orderBy: asked.isOpen ? [{ dueOn: 'asc' }, { id: 'asc' }] : [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: asked.limit + 1,
      ...(asked.after && isId(asked.after) && { cursor: { id: asked.after }, skip: 1 }),
    }),
    db.dataRequest.count({ where }),
  ])
  const shown = rows.slice(0, asked.limit)
  return {
    rows: await withTerritories(shown, asked.locale),
    total,
    next: rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** One request. Throws `not-found` for whoever does not answer it. */
export async function getDataRequest(viewer: Viewer | null, id: string, locale: string): Promise<DataRequest> {
  const row = isId(id) ? await db.dataRequest.findUnique({ where: { id } }) : null
  requireSeen(row !== null && row.state !== 'unconfirmed' && canHandleRequest(viewer, row))
  const [request] = await withTerritories([row], locale)
  if (request === undefined) throw new AppError('not-found', 'notFound')
  return request
}

/** What is held about the sender, as far as this viewer may read it; `elsewhere` counts what others curate. */
export async function findDataOfRequest(
  viewer: Viewer,
  request: DataRequest,
): Promise<{ held: OwnData; elsewhere: number; userId: string | null } | null> {
  if (request.email === '') return null
  const held = await findOwnData(request.email)
  const own = await db.person.findMany({
    where: { id: { in: held.persons.map(({ id }) => id) } },
    select: { id: true, actor: { select: { territoryId: true } } },
  })
  const readable = new Set(own.filter(({ actor }) => viewer.can('editor', actor.territoryId)).map(({ id }) => id))
  const persons = held.persons.filter(({ id }) => readable.has(id))
  const user = viewer.isAdmin
    ? await db.user.findUnique({ where: { email: request.email }, select: { id: true } })
    : null
  return { held: { ...held, persons }, elsewhere: held.persons.length - persons.length, userId: user?.id ?? null }
}
