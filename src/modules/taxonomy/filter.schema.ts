import { z } from 'zod'
import { freshnesses } from '@/core/curated'
import { bboxParam } from '@/core/bbox-param'
import { countryCode, isNutsCountry } from '@/core/country'
import { numeric } from '@/core/number'
import { decodeKey } from '@/core/page'
import { fold } from '@/core/fold'
import {
  actorKind,
  relationGroup,
  relationState,
  relationType,
  sectorCode,
  theme,
} from '@/modules/taxonomy/taxonomy.schema'

const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(60)
const year = z
  .string()
  .regex(/^[12]\d{3}$/)
  .transform(Number)
// NUL stands in no text of the database, which would call it a fault of ours.
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'))
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)

const cityNumber = /^[1-9]\d{0,9}$/
const isCity = (sign: string) => cityNumber.test(sign)
const isCountry = (sign: string) => /^[A-Z]{2}$/.test(sign) && countryCode.safeParse(sign).success
const isNuts = (sign: string) => /^[A-Z]{2}[A-Z0-9]{1,3}$/.test(sign) && isNutsCountry(sign.slice(0, 2))
const isRegion = (sign: string) => sign.length === 4 && isNuts(sign)

/** A country by ISO code, or a NUTS code of level 1 to 3 (where Greece is EL and the United Kingdom UK). */
const regionCode = z.string().refine((code) => isCountry(code) || isNuts(code))

/** The levels at which a relation ties places (decision 019): countries, NUTS 2 regions, cities of the gazetteer. */
export const tieLevels = ['country', 'region', 'city'] as const
export type TieLevel = (typeof tieLevels)[number]

/** Two places in the order of their signs, and the level that tells them apart. */
export type Tie = { signs: readonly [string, string]; level: TieLevel }

/** `'ZA~IT'`, `'ITH5~ZA'`, `'3169522~2925533'`: the two places in any order. Message key: invalid. */
const tie = z
  .string()
  .max(40)
  .transform((text, context): Tie => {
    const [one = '', other = '', ...more] = text.split('~')
    const both = [one, other]
    const level = both.every(isCity)
      ? 'city'
      : both.every(isCountry)
        ? 'country'
        : both.every((sign) => isRegion(sign) || isCountry(sign))
          ? 'region'
          : null
    if (level === null || more.length > 0 || one === other) {
      context.addIssue({ code: 'custom', message: 'invalid' })
      return z.NEVER
    }
    return { signs: one < other ? [one, other] : [other, one], level }
  })

/** A tie as addresses and the database write it. */
export const tieText = ({ signs }: Pick<Tie, 'signs'>): string => signs.join('~')

/** Which relations count: those between countries (the default), domestic ones, or all. */
export const scopes = ['international', 'domestic', 'all'] as const

/** What groups said of a practice: the class of the result published last, or that there is none. */
export const reviewedStates = ['excellent', 'good', 'sufficient', 'on_hold', 'none'] as const

/**
 * The filters shared by map, list, API and exports (4-contracts). Every key is optional; repeated keys and
 * comma-separated values both mean "any of".
 */
export const filterSchema = z.object({
  q: words.optional(),
  kind: many(actorKind).optional(),
  type: many(relationType).optional(),
  group: many(relationGroup).optional(),
  country: many(countryCode).optional(),
  /** Everything in one country or NUTS region, whatever `country` asks for beside it. */
  region: regionCode.optional(),
  territory: slug.optional(),
  sector: many(sectorCode).optional(),
  theme: many(theme).optional(),
  programme: words.optional(),
  state: many(relationState).optional(),
  /** `fresh` ≤ 12 months, `ageing` ≤ 36, `old`, `never` (LOOK §6, Seal). */
  verified: z.enum(freshnesses).optional(),
  since: year.optional(),
  until: year.optional(),
  holder: slug.optional(),
  /** Relations that tie these two places, and the actors among their parties. */
  between: tie.optional(),
  scope: z.enum(scopes).optional(),
  /** Of good practices alone. */
  reviewed: many(z.enum(reviewedStates)).optional(),
  bbox: bboxParam.optional(),
  zoom: numeric.pipe(z.number().min(0).max(22)).optional(),
  sort: z.enum(['name', '-name', 'relations', 'verified', '-verified', 'started', '-started']).optional(),
  after: z
    .string()
    .max(2000)
    .transform(decodeKey)
    .pipe(z.array(z.union([z.string(), z.number(), z.null()])))
    .optional(),
})
export type Filter = z.output<typeof filterSchema>
export type FilterKey = keyof Filter

/** Keys whose values add up; any other key is said once. */
export const listKeys: ReadonlySet<string> = new Set([
  'kind',
  'type',
  'group',
  'country',
  'sector',
  'theme',
  'state',
  'reviewed',
])
/** Every key there is. */
export const allFilterKeys = filterSchema.keyof().options
/** Those that mean something among actors and relations. */
export const filterKeys = allFilterKeys.filter((key) => key !== 'reviewed')

/** Filters that speak of relations: an actor passes when one of its relations passes all of them. */
export const tieKeys = [
  'type',
  'group',
  'state',
  'theme',
  'programme',
  'since',
  'until',
  'holder',
  'between',
  'scope',
] as const satisfies readonly FilterKey[]

/** Whether a filter of actors asks something of their relations. */
export const asksOfRelations = ({ scope, ...filter }: Filter): boolean =>
  tieKeys.some((key) => (key === 'scope' ? scope !== undefined && scope !== 'all' : filter[key] !== undefined))

/**
 * Reads the filters of a URL. A value that means nothing is left out and its key reported in `ignored`, so that a page
 * answers with what it understood (the API refuses instead). Only `keys` are read.
 */
export function filterOf(
  params: URLSearchParams,
  keys: readonly FilterKey[] = filterKeys,
): { filter: Filter; ignored: FilterKey[] } {
  const raw: Record<string, unknown> = {}
  for (const key of keys) {
    const values = params.getAll(key).filter((value) => value.trim() !== '')
    if (values.length === 0) continue
    raw[key] = listKeys.has(key) ? values.flatMap((value) => value.split(',')).filter(Boolean) : values.at(-1)
  }
  const first = filterSchema.safeParse(raw)
  if (first.success) return { filter: first.data, ignored: [] }
  const faulty = new Set(first.error.issues.map((issue) => issue.path[0]))
  const ignored = keys.filter((key) => faulty.has(key))
  for (const key of ignored) Reflect.deleteProperty(raw, key)
  return { filter: filterSchema.parse(raw), ignored }
}

/** The filters of an address that were understood, as a door takes them: no order, no position, nothing else. */
export function askedOf(params: URLSearchParams, filter: Filter): URLSearchParams {
  const asked = new URLSearchParams()
  for (const key of allFilterKeys) {
    if (filter[key] === undefined || key === 'sort' || key === 'after') continue
    const values = params.getAll(key).filter((value) => value.trim() !== '')
    for (const value of listKeys.has(key) ? values : values.slice(-1)) asked.append(key, value)
  }
  return asked
}

/** The parameters of a page without what meant nothing: its links do not carry it on. */
export function withoutIgnored(params: URLSearchParams, ignored: readonly FilterKey[]): URLSearchParams {
  const kept = new URLSearchParams(params)
  for (const key of ignored) kept.delete(key)
  return kept
}

/** Parameters that are none of `known`, and those said twice that are said once: a program is told, a page is not. */
export function strangeIn(params: URLSearchParams, known: ReadonlySet<string>): string[] {
  const names = [...params.keys()]
  return names.filter((name, at) => !known.has(name) || (names.indexOf(name) !== at && !listKeys.has(name)))
}

/** Words of a search box, folded, ready for the database. */
export const foldedWords = (q: string): string[] => fold(q).split(' ').filter(Boolean).slice(0, 8)
