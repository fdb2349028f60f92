import { z } from 'zod'
import { type CuratedRecord, curatedRecordSchema, type MergeableKind } from '@/modules/curation/duplicate.schema'
import { inLanguage, localized } from '@/core/localized'
import { namedTerritory } from '@/core/curated'
import { findActorNames } from '@/modules/actors/actor-form.queries'
import { db } from '@/platform/db'

const base = {
  ...{ id: true, slug: true, version: true, status: true, visibility: true, territoryId: true },
  ...{ verifiedAt: true, territory: { select: { id: true, slug: true, name: true } } },
} as const

/** Records as lists of curation name them, by id: what they are called, where they are, who keeps them. */
export async function findCuratedRecords(
  kind: MergeableKind,
  ids: readonly string[],
  locale: string,
): Promise<Map<string, CuratedRecord>> {
  if (ids.length === 0) return new Map()
  const rows = kind === 'actor' ? await actorsOf(ids, locale) : await relationsOf(ids, locale)
  const records = rows.map((row) =>
    curatedRecordSchema.parse({ ...row, territory: namedTerritory(row.territory, locale) }),
  )
  return new Map(records.map((record) => [record.id, record]))
}

async function actorsOf(ids: readonly string[], locale: string) {
  const [rows, names] = await Promise.all([
    db.actor.findMany({
      where: { id: { in: [...ids] } },
      select: { ...base, kind: true, city: true, country: true, relationCount: true },
    }),
    findActorNames(ids, locale),
  ])
  return rows.map(({ kind, city, country, relationCount, ...row }) => ({
    ...row,
    ...{ name: names.get(row.id) ?? '', relations: relationCount, started: null },
    subject: { actor: { kind, city, country } },
  }))
}

const title = z.nullable(localized(200))

async function relationsOf(ids: readonly string[], locale: string) {
  const rows = await db.relation.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...base,
      ...{ type: true, title: true, started: true },
      parties: {
        orderBy: { position: 'asc' },
        take: 4,
        select: { actorId: true, placeName: true, country: true, place: { select: { name: true } } },
      },
    },
  })
  const names = await findActorNames(
    rows.flatMap(({ parties }) => parties.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]))),
    locale,
  )
  return rows.map(({ type, title: words, parties, ...row }) => {
    const own = title.parse(words)
    const ends = parties.map(
      (end) =>
        (end.actorId === null ? null : names.get(end.actorId)) ?? end.place?.name ?? end.placeName ?? end.country,
    )
    const name = own === null ? ends.join(' – ') : inLanguage(own, locale).value
    return { ...row, name, relations: 0, subject: { relation: { type } } }
  })
}
