import { AppError, requireThat } from '@/core/app-error'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { inLanguage, localized } from '@/core/localized'
import { flatArea, type Polygons, shapeOf } from '@/core/polygon'
import type { Viewer } from '@/core/viewer'
import { boundarySchema, nutsBoundary } from '@/modules/places/border.queries'
import { nutsVersion } from '@/modules/places/place.schema'
import { canChangeBoundary, canCreateTerritory, canEditTerritory } from '@/modules/territories/territory.policy'
import { findMisplaced } from '@/modules/territories/territory.queries'
import type { NewTerritory, TerritoryArea, TerritoryFacts } from '@/modules/territories/territory.schema'
import { noJson, recordset, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData, writeAudit } from '@/platform/history'

type At = { id: string; version: number }

const refuse = (field: string, message: string, values: Record<string, string> = {}) =>
  new AppError('invalid', 'invalid', {}, [{ field, message, values }])

/**
 * Creates a territory ("create your territory") with its boundary; whatever lies in it and in no inner territory gets
 * it as home. Admins only. `coordinate` makes the viewer its coordinator.
 * Throws `forbidden`, `invalid` (unknown NUTS code or parent, slug taken).
 */
export async function createTerritory(
  viewer: Viewer | null,
  { slug, ...said }: NewTerritory,
  options: { id?: string; demo?: boolean; coordinate?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  requireThat(canCreateTerritory(viewer), viewer)
  const id = options.id ?? newId()
  const userId = viewer?.userId ?? null
  await save(viewer, { id, action: 'create', changed: Object.keys(said), areaChanged: true }, async (tx) => {
    const data = { ...factColumns(said), ...(await areaColumns(tx, id, said)) }
    // The index decides about twins: somebody may take the slug at this very moment.
    const { count } = await tx.territory.createMany({
      data: [{ ...data, id, slug, demo: options.demo ?? false, createdById: userId, updatedById: userId }],
      skipDuplicates: true,
    })
    if (count === 0) throw refuse('slug', 'slugTaken')
    await writeInstruments(tx, id, said)
    if (options.coordinate === true && userId !== null)
      await tx.membership.create({ data: { id: newId(), userId, role: 'coordinator', territoryId: id } })
  })
  return { id, slug }
}

/** Changes facts, languages and instruments. Throws `forbidden`, `conflict` when somebody saved meanwhile. */
export async function changeTerritory(viewer: Viewer | null, at: At, facts: TerritoryFacts): Promise<void> {
  requireThat(canEditTerritory(viewer, at), viewer)
  await save(viewer, { id: at.id, action: 'change', changed: Object.keys(facts), areaChanged: false }, async (tx) => {
    await update(tx, viewer, at, factColumns(facts))
    await writeInstruments(tx, at.id, facts)
  })
}

/**
 * Changes boundary, level, country and parent, and with them the homes of everything inside. Admins only.
 * Throws `forbidden`, `conflict`, `invalid` (unknown NUTS code, unknown parent, a parent that lies below).
 */
export async function redrawTerritory(viewer: Viewer | null, at: At, area: TerritoryArea): Promise<void> {
  requireThat(canChangeBoundary(viewer), viewer)
  await save(viewer, { id: at.id, action: 'redraw', changed: Object.keys(area), areaChanged: true }, async (tx) =>
    update(tx, viewer, at, await areaColumns(tx, at.id, area)),
  )
}

type Deed = { id: string; action: string; changed: string[]; areaChanged: boolean }

/** One save: the write, then homes, audit and data version in the same transaction. */
async function save(viewer: Viewer | null, deed: Deed, write: (tx: Transaction) => Promise<void>): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await write(tx)
      if (deed.areaChanged) await settleHomes(tx)
      if (viewer !== null) await writeAudit(tx, 'territory', viewer.userId, [auditOf(deed)])
      await touchData(tx)
    },
    { maxWait: 10_000, timeout: 60_000 },
  )
}

const auditOf = ({ id, action, changed }: Deed) => ({ recordId: id, territoryId: id, action, changed })

async function update(
  tx: Transaction,
  viewer: Viewer | null,
  { id, version }: At,
  data: ReturnType<typeof factColumns> | Awaited<ReturnType<typeof areaColumns>>,
): Promise<void> {
  const { count } = await tx.territory.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 }, updatedById: viewer?.userId ?? null, updatedAt: new Date() },
  })
  if (count === 1) return
  const present = await tx.territory.findUnique({ where: { id }, select: { version: true } })
  throw present === null
    ? new AppError('not-found', 'notFound')
    : new AppError('conflict', 'recordMoved', { id, version: present.version })
}

const factColumns = (facts: TerritoryFacts) => ({
  name: facts.name,
  foldedName: fold(inLanguage(facts.name, facts.name.original).value),
  timeZone: facts.timeZone,
  languages: facts.languages,
  description: facts.description ?? noJson,
  partnerOrganisationId: facts.partnerOrganisationId ?? null,
  sourceName: facts.sourceName ?? null,
  sourceUrl: facts.sourceUrl ?? null,
})

async function areaColumns(tx: Transaction, id: string, area: TerritoryArea) {
  await assertParent(tx, id, area.parentId)
  const polygons = await polygonsOf(area)
  return {
    level: area.level,
    country: area.country,
    parentId: area.parentId ?? null,
    nutsCode: area.nutsCode ?? null,
    nutsVersion: area.nutsCode === undefined ? null : nutsVersion,
    boundary: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map((at) => [...at]))),
    },
    ...middleOf(polygons),
  }
}

async function polygonsOf({ boundary, nutsCode }: TerritoryArea): Promise<Polygons> {
  if (boundary !== undefined) return boundarySchema.parse(boundary)
  const found = nutsCode === undefined ? null : await nutsBoundary(nutsCode)
  if (found === null) throw refuse('nutsCode', 'unknownNuts')
  return found
}

/** A parent must exist, and lie above: a circle would have no innermost territory. */
async function assertParent(tx: Transaction, id: string, parentId: string | undefined): Promise<void> {
  for (let above: string | null = parentId ?? null; above !== null;) {
    const found: { parentId: string | null } | null =
      above === id ? null : await tx.territory.findUnique({ where: { id: above }, select: { parentId: true } })
    if (found === null) throw refuse('parentId', 'unknown')
    above = found.parentId
  }
}

/** Middle of the largest polygon's box: where a territory's disc stands. */
function middleOf(polygons: Polygons): { longitude: number; latitude: number } {
  const [largest] = polygons.map((polygon) => shapeOf([polygon])).sort((a, b) => flatArea(b) - flatArea(a))
  const box = largest?.[0]
  if (box === undefined) return { longitude: 0, latitude: 0 }
  return { longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2 }
}

/** As the form says; one that a plan or a round rests on cannot be taken out. */
async function writeInstruments(tx: Transaction, territoryId: string, { instruments }: TerritoryFacts): Promise<void> {
  const kept = instruments.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const left = { territoryId, id: { notIn: kept } }
  const used = { OR: [{ plans: { some: {} } }, { rounds: { some: {} } }] }
  const needed = await tx.policyInstrument.findFirst({ where: { ...left, ...used }, select: { name: true } })
  if (needed !== null) {
    const name = localized(300).parse(needed.name)
    throw refuse('instruments', 'instrumentInUse', { name: inLanguage(name, name.original).value })
  }
  await tx.policyInstrument.deleteMany({ where: left })
  for (const { id, name, body, started, ended } of instruments) {
    const data = { name, body: body ?? null, started: started ?? null, ended: ended ?? null }
    if (id === undefined) await tx.policyInstrument.create({ data: { ...data, id: newId(), territoryId } })
    else await tx.policyInstrument.updateMany({ where: { id, territoryId }, data })
  }
}

/** Gives every actor and place the home the boundaries say, in two statements. */
async function settleHomes(tx: Transaction): Promise<void> {
  const { actors, parties } = await findMisplaced(tx)
  if (actors.length > 0)
    await tx.$executeRaw`
      UPDATE actor SET home_territory_id = r.home FROM ${recordset({ id: 'uuid', home: 'uuid' }, actors)}
      WHERE actor.id = r.id`
  if (parties.length > 0)
    await tx.$executeRaw`
      UPDATE relation_party AS rp SET home_territory_id = r.home
      FROM ${recordset({ relation_id: 'uuid', position: 'integer', home: 'uuid' }, parties)}
      WHERE rp.relation_id = r.relation_id AND rp.position = r.position`
}
