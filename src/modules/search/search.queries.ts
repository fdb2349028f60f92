import { AppError } from '@/core/app-error'
import { countryName } from '@/core/country'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import { matchRanks, rankOf, tellingWords, wordsIn } from '@/core/name-match'
import { searchPlacesNear } from '@/modules/places/place.queries'
import { findListed, foundListed, type Listed, rankListed } from '@/modules/search/code-search.queries'
import { type Question, questionOf } from '@/modules/search/question.schema'
import { recordKinds, showRecords } from '@/modules/search/record-face.queries'
import { rankRecords, type RecordSearch } from '@/modules/search/record-search.queries'
import {
  type Found,
  type FoundGroup,
  type FoundKind,
  foundKinds,
  type SearchAnswer,
} from '@/modules/search/search.schema'
import { keptPerVersion } from '@/platform/list'
import { isCanceled } from '@/platform/patience'

export type Asked = { locale: Locale; limit: number; kinds?: readonly FoundKind[] | undefined }

type Ranked = { rank: number; found: Found; corrected?: string }

/**
 * What the whole register has for a question, in groups, the best group and the best result first. The same for every
 * viewer: public records only (9-decisions, Public). Never fails for what was typed; nothing comes of nothing. Throws
 * `unavailable` (`searchSlow`) when the database gave the question up.
 */
export async function search(typed: string, asked: Asked): Promise<SearchAnswer> {
  decided()
  const question = questionOf(typed)
  // A name of one letter, and an identifier, are no questions of the same kind: the latter may have no word at all.
  if (question.name.length < 2) return { groups: [], didYouMean: null }
  // Two or three letters are asked again and again, and find the most.
  if (question.name.length > 3) return inTime(() => answer(question, asked))
  const key = `search ${JSON.stringify([question.text, asked])}`
  return inTime(() => keptPerVersion(key, () => answer(question, asked)))
}

/** A question that took the database longer than any may is refused for now: the next one may find it at rest. */
async function inTime(find: () => Promise<SearchAnswer>): Promise<SearchAnswer> {
  try {
    return await find()
  } catch (error) {
    throw isCanceled(error) ? new AppError('unavailable', 'searchSlow') : error
  }
}

async function answer(question: Question, { locale, limit, kinds = foundKinds }: Asked): Promise<SearchAnswer> {
  const wanted = (kind: FoundKind) => kinds.includes(kind)
  const [records, lists, places] = await Promise.all([
    rankRecords(question, recordKinds.filter(wanted), limit + 1),
    findListed(),
    wanted('place') ? placesFound(question, locale, limit + 1) : [],
  ])
  const shown = await Promise.all(
    [...records].map(async ([kind, found]): Promise<[FoundKind, Ranked[]]> => {
      const faces = await showRecords(kind, { question, search: found, locale })
      return [
        kind,
        faces.map(({ found: face, rank, said }) => ({
          rank,
          found: face,
          ...(rank >= matchRanks.nearName && correctionOf(said, question, found)),
        })),
      ]
    }),
  )
  const groups = new Map<FoundKind, Ranked[]>([...shown, ['place', places]])
  const isFound = [...groups.values()].some((found) => found.some(({ rank }) => rank <= matchRanks.around))
  for (const { rank, listed, by } of rankListed(
    lists.filter(({ kind }) => wanted(kind)),
    question,
    !isFound,
  )) {
    const found = foundListed({ rank, listed, by }, locale, aboutOf(listed, locale))
    const correction = rank >= matchRanks.nearName ? { corrected: by.words.join(' ') } : {}
    groups.set(listed.kind, [...(groups.get(listed.kind) ?? []), { rank, found, ...correction }])
  }
  return grouped(groups, limit)
}

const aboutOf = ({ kind, country, id }: Listed, locale: Locale): string =>
  kind === 'territory' && country !== undefined
    ? countryName(country, locale)
    : kind === 'country' || kind === 'sector'
      ? id
      : ''

function grouped(found: ReadonlyMap<FoundKind, readonly Ranked[]>, limit: number): SearchAnswer {
  const groups = foundKinds
    .map((kind, at) => ({ kind, at, ranked: found.get(kind) ?? [] }))
    .filter(({ ranked }) => ranked.length > 0)
    .map(({ ranked, ...group }) => ({ ...group, ranked, best: Math.min(...ranked.map(({ rank }) => rank)) }))
    .sort((a, b) => orderOf(a) - orderOf(b) || a.at - b.at)
  const best = groups[0]
  return {
    groups: groups.map(({ kind, ranked }): FoundGroup => ({
      kind,
      results: ranked.slice(0, limit).map((one) => one.found),
      more: ranked.length > limit,
    })),
    didYouMean: best !== undefined && best.best >= matchRanks.nearName ? (best.ranked[0]?.corrected ?? null) : null,
  }
}

/**
 * Groups stand in their usual order unless one answers by an identifier, a whole name, or without typing errors. A place
 * only opens the map: it never stands before records.
 */
const orderOf = ({ kind, best }: { kind: FoundKind; best: number }): number =>
  best <= matchRanks.name && kind !== 'place'
    ? best
    : best <= matchRanks.around
      ? matchRanks.beginning
      : matchRanks.nearName

/** The question with each mistyped word replaced by the one that was found; nothing when it was only unfinished. */
function correctionOf(
  said: readonly string[],
  { words, name }: Question,
  { near }: RecordSearch,
): { corrected?: string } {
  const telling = new Set(tellingWords(words))
  const corrected = words
    .map((word) =>
      !telling.has(word) || said.some((one) => one.startsWith(word))
        ? word
        : ((near.get(word) ?? []).find((candidate) => said.includes(candidate)) ?? word),
    )
    .join(' ')
  return corrected === name ? {} : { corrected }
}

/** Half a degree around a place is what its map shows. */
const around = 0.5
/** Hardly a place has a name of more words, most questions of more are about something else. */
const longestPlace = 4

async function placesFound(question: Question, locale: Locale, limit: number): Promise<Ranked[]> {
  const { places, isNear } = await searchPlacesNear(question.text, { limit, longest: longestPlace })
  return places.flatMap(({ id, name, region, country, longitude, latitude }): Ranked[] => {
    const rank = rankOf(question.words, wordsIn(name), true)
    // Likeness alone finds places that share a piece of a word.
    if (rank === null && isNear) return []
    const box = [
      Math.max(-180, longitude - around),
      Math.max(-90, latitude - around),
      Math.min(180, longitude + around),
      Math.min(90, latitude + around),
    ].map((degrees) => String(Math.round(degrees * 100) / 100))
    return [
      {
        // Else it was found by a name of the gazetteer that is not shown.
        rank: rank ?? matchRanks.words,
        found: {
          kind: 'place',
          id: String(id),
          name,
          language: '',
          about: [region, countryName(country, locale)].filter((part) => part !== null).join(', '),
          path: `/map?bbox=${box.join(',')}&zoom=10`,
          actorKind: null,
          group: null,
          holder: null,
          matched: null,
        },
      },
    ]
  })
}
