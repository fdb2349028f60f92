import { z } from 'zod'
import { decided } from '@/core/decision'
import { AppError } from '@/core/app-error'
import { namedTerritory } from '@/core/curated'
import { isId } from '@/core/id'
import { inLanguage, localized } from '@/core/localized'
import { encodeKey, type Page, placeIn } from '@/core/page'
import { flatArea, isInside, type Point, type Shape, shapeOf } from '@/core/polygon'
import { boundarySchema } from '@/modules/places/border.queries'
import { type Filter, foldedWords } from '@/modules/taxonomy/filter.schema'
import {
  type TerritoryDetail,
  territoryDetailSchema,
  type TerritorySummary,
  territorySummarySchema,
} from '@/modules/territories/territory.schema'
import * as sql from '@/modules/territories/territory.sql'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { keeper, keptPerVersion } from '@/platform/list'

const nameSchema = localized(200)
const summary = {
  id: true,
  slug: true,
  name: true,
  level: true,
  country: true,
  nutsCode: true,
  parentId: true,
  longitude: true,
  latitude: true,
  demo: true,
} as const

const positions = { name: ['text', 'id'] } as const
const filters: ReadonlySet<string> = new Set(['q', 'country', 'sort', 'after'])

/** What of a filter means nothing among territories. */
export const strangeToTerritories = (filter: Filter): string[] => [
  ...Object.keys(filter).filter((key) => !filters.has(key)),
  ...placeIn(filter, positions, 'name').ignored,
]

/** Territories by name, in the reader's language. There are dozens, never thousands: without a limit all of them. */
export async function findTerritories(
  filter: Pick<Filter, 'q' | 'country' | 'sort' | 'after'>,
  { locale, limit = 1000 }: { locale: string; limit?: number },
): Promise<Page<TerritorySummary>> {
  decided() // what a territory says of itself is public
  const { after } = placeIn(filter, positions, 'name')
  const rows = await db.territory.findMany({
    select: { ...summary, foldedName: true },
    where: {
      AND: foldedWords(filter.q ?? '').map((word) => ({ foldedName: { contains: word } })),
      ...(filter.country && { country: { in: filter.country } }),
    },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
  })
  const start = after === null ? 0 : rows.findIndex(({ id }) => id === after[1]) + 1
  const shown = rows.slice(start, start + limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) =>
      territorySummarySchema.parse({ ...row, name: inLanguage(nameSchema.parse(row.name), locale).value }),
    ),
    next: last !== undefined && rows.length > start + limit ? encodeKey([last.foldedName, last.id]) : null,
    total: rows.length,
  }
}

/** Those of these ids that no territory has. */
export async function findUnknownTerritories(ids: ReadonlySet<string>, client: Transaction = db): Promise<Set<string>> {
  if (ids.size === 0) return new Set()
  const known = await client.territory.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  const found = new Set(known.map(({ id }) => id))
  return new Set([...ids].filter((id) => !found.has(id)))
}

/**
 * The curators that new records are given; what the viewer may do there is judged elsewhere, but an administrator may
 * everywhere. Throws `invalid` when one is no territory.
 */
export async function requireKnownCurators(
  tx: Transaction,
  plans: readonly { outcome: string; territoryId: string | null }[],
): Promise<void> {
  const curators = plans.flatMap(({ outcome, territoryId }) =>
    outcome === 'created' && territoryId !== null ? [territoryId] : [],
  )
  if ((await findUnknownTerritories(new Set(curators), tx)).size > 0)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'unknown' }])
}

const reference = { select: { id: true, slug: true, name: true } } as const

/** One territory by id or slug. Throws `not-found`. */
export async function getTerritory(idOrSlug: string, locale: string): Promise<TerritoryDetail> {
  decided()
  const row = await db.territory.findUnique({
    where: isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
    omit: { boundary: true },
    include: {
      parent: reference,
      children: { ...reference, orderBy: { foldedName: 'asc' } },
      instruments: { orderBy: { started: 'desc' } },
      partnerOrganisation: {
        select: { id: true, slug: true, status: true, visibility: true, names: { where: { kind: 'label' } } },
      },
    },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  const partner = row.partnerOrganisation
  const isShown = partner?.status === 'published' && partner.visibility === 'public'
  return territoryDetailSchema.parse({
    ...row,
    name: inLanguage(nameSchema.parse(row.name), locale).value,
    parent: namedTerritory(row.parent, locale),
    children: row.children.map((child) => namedTerritory(child, locale)),
    partnerOrganisation:
      partner && isShown
        ? {
            id: partner.id,
            slug: partner.slug,
            name: partnerName(partner, locale),
          }
        : null,
    source: row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl },
  })
}

type Partner = { slug: string; names: readonly { language: string; isOriginal: boolean; value: string }[] }

/** The label of a partner organisation, in the reader's language where it has one. */
export const partnerName = ({ names, slug }: Partner, locale: string): string =>
  (names.find((name) => name.language === locale) ?? names.find((name) => name.isOriginal))?.value ?? slug

/** The boundary of a territory as GeoJSON coordinates of a MultiPolygon, or null. */
export async function getBoundary(id: string) {
  const row = await db.territory.findUnique({ where: { id }, select: { boundary: true } })
  const found = row?.boundary ?? null
  return found === null ? null : boundarySchema.parse(found)
}

/** There are dozens, and a page asks for its own a score of times. */
const keptIds = keeper(2000)

/** Ids of a territory and everything below it (9-decisions: descendants included); empty for an unknown slug. */
export async function territoryIdsWithin(slug: string): Promise<string[]> {
  return keptIds(slug, async () => {
    const rows = await db.$queryRaw<{ id: string }[]>(sql.idsWithin(slug))
    return rows.map(({ id }) => id)
  })
}

type Bounded = { id: string; shape: Shape }

/** Territories with their shapes, the innermost first. */
async function bounded(from: Pick<typeof db, 'territory'> | Transaction): Promise<Bounded[]> {
  const rows = await from.territory.findMany({ select: { id: true, boundary: true } })
  return rows
    .flatMap(({ id, boundary }) => (boundary === null ? [] : [{ id, shape: shapeOf(boundarySchema.parse(boundary)) }]))
    .sort((a, b) => flatArea(a.shape) - flatArea(b.shape))
}

const homeIn = (territories: readonly Bounded[], point: Point): string | null =>
  territories.find(({ shape }) => isInside(shape, point))?.id ?? null

/**
 * The home of each point: the innermost territory whose boundary holds it (9-decisions, Home and curator), null outside
 * all; in the order of the points.
 */
export async function homesOf(points: readonly (Point | null)[]): Promise<(string | null)[]> {
  if (points.every((point) => point === null)) return points.map(() => null)
  const territories = await keptPerVersion('territory-shapes', () => bounded(db))
  return points.map((point) => (point === null ? null : homeIn(territories, point)))
}

const point = { longitude: z.number(), latitude: z.number(), home: z.string().nullable() }
const actorPoint = z.object({ id: z.string(), ...point })
const partyPoint = z.object({ relation_id: z.string(), position: z.number(), ...point })

/**
 * What has another home than the boundaries now say (in `tx`, which may just have changed one): actors and place
 * parties, each with its right home.
 */
export async function findMisplaced(tx: Transaction) {
  const territories = await bounded(tx)
  const moved = <Row extends Point & { home: string | null }>(rows: Row[]) =>
    rows.flatMap((row) => {
      const home = homeIn(territories, row)
      return home === row.home ? [] : [{ ...row, home }]
    })
  const actors = z.array(actorPoint).parse(await tx.$queryRaw<unknown[]>(sql.actorsWithPoint))
  const parties = z.array(partyPoint).parse(await tx.$queryRaw<unknown[]>(sql.placePartiesWithPoint))
  return {
    actors: moved(actors).map(({ id, home }) => ({ id, home })),
    parties: moved(parties).map(({ relation_id, position, home }) => ({ relation_id, position, home })),
  }
}
