import { z } from 'zod'
import { countryName } from '@/core/country'
import { freshnessOf } from '@/core/curated'
import { inLanguage, type Locale, localized } from '@/core/localized'
import { tellingWords, wordsIn } from '@/core/name-match'
import { getActorSummaries } from '@/modules/actors/actor.queries'
import { getRelationSummaries } from '@/modules/relations/relation.queries'
import type { Question } from '@/modules/search/question.schema'
import type { RankedRecord, RecordKind, RecordSearch } from '@/modules/search/record-search.queries'
import type { Found, Matched } from '@/modules/search/search.schema'
import * as sql from '@/modules/search/search.sql'
import { groupOf, nameKinds } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { codeWords } from '@/platform/message-words'

// How found records are shown: by the summaries of their rooms, with what was found where the name does not say it.

type Asked = { question: Question; search: RecordSearch; locale: Locale }
type Face = { found: Found; said: readonly string[] }

/** Does every word of the question, or a near one, begin a word of this text? */
function says(text: string, { question: { words, name }, search: { near } }: Asked): boolean {
  const said = wordsIn(text)
  if (said.join('') === name.replaceAll(' ', '')) return true
  return tellingWords(words).every((word) =>
    said.some((one) => one.startsWith(word) || near.get(word)?.includes(one) === true),
  )
}

const listed = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')

const labelIn = async (list: string, code: string, locale: Locale): Promise<string> =>
  (await codeWords(list, locale))(code)

const nameRows = z.array(z.object({ id: z.string(), kind: z.enum(nameKinds), language: z.string(), value: z.string() }))

async function actorFaces(ids: readonly string[], asked: Asked): Promise<Map<string, Face>> {
  const { locale } = asked
  const [actors, names] = await Promise.all([
    getActorSummaries(ids, locale),
    db.$queryRaw<unknown[]>(sql.namesOf(ids)).then((raw) => nameRows.parse(raw)),
  ])
  const faces = actors.map(async (actor): Promise<[string, Face]> => {
    const own = names.filter(({ id }) => id === actor.id)
    const other = says(actor.name.value, asked) ? undefined : own.find(({ value }) => says(value, asked))
    const found: Found = {
      kind: 'actor',
      id: actor.id,
      name: actor.name.value,
      language: actor.name.language,
      about: listed([await labelIn('kind', actor.kind, locale), actor.city, countryName(actor.country, locale)]),
      path: `/actors/${actor.slug}`,
      actorKind: actor.kind,
      group: null,
      verifiedAt: actor.verifiedAt?.toISOString() ?? null,
      freshness: freshnessOf(actor.verifiedAt, new Date()),
      holder: null,
      matched: other === undefined ? null : { by: other.kind, value: other.value, language: other.language },
    }
    return [actor.id, { found, said: own.flatMap(({ value }) => wordsIn(value)).concat(wordsIn(actor.city ?? '')) }]
  })
  return new Map(await Promise.all(faces))
}

const projectRows = z.array(z.object({ id: z.string(), acronym: z.string().nullable(), number: z.string().nullable() }))

async function relationFaces(ids: readonly string[], asked: Asked): Promise<Map<string, Face>> {
  const { locale } = asked
  const [relations, projects] = await Promise.all([
    getRelationSummaries(ids, locale),
    db.$queryRaw<unknown[]>(sql.projectsOf(ids)).then((raw) => projectRows.parse(raw)),
  ])
  const faces = relations.map(async (relation): Promise<[string, Face]> => {
    const ends = relation.parties.map(({ name }) => name.value).join(' – ')
    const title = relation.title?.value ?? ends
    const project = projects.find(({ id }) => id === relation.id)
    const said = [project?.acronym, project?.number].find(
      (text) => text !== null && text !== undefined && says(text, asked) && !says(title, asked),
    )
    const found: Found = {
      kind: 'relation',
      id: relation.id,
      name: title,
      language: relation.title?.language ?? '',
      about: listed([
        await labelIn('type', relation.type, locale),
        relation.title === null ? null : relation.partyCount > 3 ? `${ends} …` : ends,
        relation.started?.slice(0, 4),
      ]),
      path: `/relations/${relation.slug}`,
      actorKind: null,
      group: groupOf(relation.type),
      verifiedAt: relation.verifiedAt?.toISOString() ?? null,
      freshness: freshnessOf(relation.verifiedAt, new Date()),
      holder: relation.holder?.name ?? null,
      matched: said === undefined || said === null ? null : ({ by: 'project', value: said } satisfies Matched),
    }
    return [relation.id, { found, said: wordsIn(`${title} ${ends}`) }]
  })
  return new Map(await Promise.all(faces))
}

const practiceRows = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    title: localized(20_000),
    country: z.string().nullable(),
    place: z.string().nullable(),
    in_charge: z.string().nullable(),
  }),
)

async function practiceFaces(ids: readonly string[], asked: Asked): Promise<Map<string, Face>> {
  const { locale } = asked
  const rows = practiceRows.parse(await db.$queryRaw<unknown[]>(sql.practicesFound(ids, locale)))
  return new Map(
    rows.map(({ id, slug, title, country, place, in_charge: inCharge }): [string, Face] => {
      const shown = inLanguage(title, locale)
      const own = Object.entries(title.texts)
      const other = says(shown.value, asked) ? undefined : own.find(([, { value }]) => says(value, asked))
      const found: Found = {
        ...{ kind: 'practice', id, name: shown.value, language: shown.language, path: `/practices/${slug}` },
        about: listed([inCharge, place, country && countryName(country, locale)]),
        ...{ actorKind: null, group: null, holder: null },
        matched: other === undefined ? null : { by: 'name', value: other[1].value, language: other[0] },
      }
      return [id, { found, said: own.flatMap(([, { value }]) => wordsIn(value)).concat(wordsIn(inCharge ?? '')) }]
    }),
  )
}

/** The kinds of record that searching knows. A new one is an entry here, in the index (a trigger), and in `foundKinds`. */
const facesOf: Record<RecordKind, (ids: readonly string[], asked: Asked) => Promise<Map<string, Face>>> = {
  actor: actorFaces,
  relation: relationFaces,
  practice: practiceFaces,
}

export const recordKinds: readonly RecordKind[] = ['actor', 'relation', 'practice']

/** Found records as they are shown, in their order, each with the words it says. */
export async function showRecords(kind: RecordKind, asked: Asked): Promise<(Face & { rank: number })[]> {
  const { ranked } = asked.search
  if (ranked.length === 0) return []
  const faces = await facesOf[kind](
    ranked.map(({ id }) => id),
    asked,
  )
  return ranked.flatMap(({ id, rank, matched }: RankedRecord) => {
    const face = faces.get(id)
    return face === undefined ? [] : [{ ...face, rank, found: matched ? { ...face.found, matched } : face.found }]
  })
}
