import { z } from 'zod'
import { countryCode } from '@/core/country'
import { curatedDetail, recordStatus, sourceSchema, visibility } from '@/core/curated'
import { beforeStart, edtfDate, endsBefore } from '@/core/edtf-date'
import { idSchema } from '@/core/id'
import { languageCode, localized } from '@/core/localized'
import { plainText } from '@/core/plain-text'
import { line, paragraphs, webAddress } from '@/core/text'
import { actorSummarySchema } from '@/modules/actors/actor.schema'
import { relationSummarySchema } from '@/modules/relations/relation.schema'
import { practiceAxes, practiceScopes } from '@/modules/practices/choices.schema'
import { type FilterKey, reviewedStates } from '@/modules/taxonomy/filter.schema'
import { actorKind, pointPrecision, sectorCode, theme } from '@/modules/taxonomy/taxonomy.schema'

export const practiceAxis = z.enum(practiceAxes, { error: 'choose' })

const practiceScope = z.enum(practiceScopes, { error: 'choose' })

/** Longer than any limit of a programme: a text that is too long is kept as it is, and refused when it is handed in. */
const longestText = 20_000
const kept = localized(longestText)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The texts of all languages without the markup they were pasted with; what has another shape, as it came. */
function plainTexts(said: unknown, read: (text: string) => string): unknown {
  if (!isObject(said) || !('texts' in said) || !isObject(said.texts)) return said
  const texts = Object.entries(said.texts).map(([language, text]: [string, unknown]): [string, unknown] =>
    isObject(text) && 'value' in text && typeof text.value === 'string'
      ? [language, { ...text, value: read(text.value) }]
      : [language, text],
  )
  return { ...said, texts: Object.fromEntries(texts) }
}

const text = z
  .custom<z.input<typeof kept>>()
  .transform((said) => plainTexts(said, plainText))
  .pipe(kept)
const oneLine = z
  .custom<z.input<typeof kept>>()
  .transform((said) => plainTexts(said, (words) => plainText(words).replace(/\s+/g, ' ')))
  .pipe(kept)

const link = z.strictObject({ url: webAddress, title: line(200).optional() })
/** NUTS level 1 to 3. */
const nutsCode = z.string().regex(/^[A-Z]{2}[A-Z0-9]{1,3}$/, { error: 'unknown' })

const uniqueIds = z
  .array(idSchema)
  .max(60)
  .default([])
  .transform((ids) => [...new Set(ids)].sort())

/** Filters that mean something among practices. */
export const practiceFilterKeys = [
  ...(['q', 'kind', 'country', 'region', 'territory', 'sector', 'theme', 'programme', 'since', 'until'] as const),
  ...(['reviewed', 'holder', 'bbox', 'sort', 'after'] as const),
] satisfies FilterKey[]

/** What somebody says of a good practice, in the structure of Interreg Europe. A draft needs a title only. */
export const newPracticeSchema = z
  .strictObject({
    originalLanguage: languageCode,
    title: oneLine,
    themes: z.array(theme).max(14).default([]),
    axes: z.array(practiceAxis).max(3).default([]),
    sectors: z.array(sectorCode).max(20).default([]),
    scope: practiceScope.optional(),
    country: countryCode.optional(),
    nutsCode: nutsCode.optional(),
    /** A place of the gazetteer. */
    placeId: z
      .number()
      .int()
      .positive()
      .lt(2 ** 31, { error: 'placeUnknown' })
      .optional(),
    /** The organisation in charge, and whether it is the one that writes this. */
    inChargeId: idSchema.optional(),
    inChargeIsAuthor: z.boolean().default(false),
    /** The project it comes from. */
    fromProject: line(200).optional(),
    summary: oneLine.optional(),
    detail: text.optional(),
    resources: text.optional(),
    started: edtfDate.optional(),
    ended: edtfDate.optional(),
    ongoing: z.boolean().default(false),
    evidenceOfSuccess: text.optional(),
    challenges: text.optional(),
    potential: text.optional(),
    furtherInformation: text.optional(),
    links: z.array(link).max(40).default([]),
    keywords: z.array(line(60)).max(20).default([]),
    actors: uniqueIds,
    relations: uniqueIds,
    internalNotes: paragraphs(5000).optional(),
    visibility: visibility.default('public'),
    fictitious: z.boolean().default(false),
    source: sourceSchema.optional(),
  })
  .superRefine((practice, context) => {
    const { started, ended, ongoing } = practice
    const refuse = (message: string, params: Record<string, string> = {}) =>
      context.addIssue({ code: 'custom', path: ['ended'], message, params })
    if (started !== undefined && ended !== undefined && endsBefore(started, ended))
      refuse(...beforeStart(started, ended))
    if (ended !== undefined && ongoing) refuse('endedOrOngoing')
  })
  .brand<'NewPractice'>()
export type NewPractice = z.output<typeof newPracticeSchema>
export type NewPracticeInput = z.input<typeof newPracticeSchema>

/** Fields a revision compares, in the order of the form. */
export const practiceFields = [
  'originalLanguage',
  'title',
  'summary',
  'themes',
  'axes',
  'sectors',
  'scope',
  'country',
  'nutsCode',
  'placeId',
  'inChargeId',
  'inChargeIsAuthor',
  'fromProject',
  'detail',
  'resources',
  'started',
  'ended',
  'ongoing',
  'evidenceOfSuccess',
  'challenges',
  'potential',
  'furtherInformation',
  'links',
  'keywords',
  'actors',
  'relations',
  'internalNotes',
  'visibility',
  'fictitious',
  'source',
] as const satisfies readonly (keyof NewPractice)[]

export const shownText = z.object({ value: z.string(), language: z.string(), machine: z.boolean() })

const whatAndWhere = {
  themes: z.array(theme),
  axes: z.array(practiceAxis),
  sectors: z.array(z.string()),
  scope: practiceScope.nullable(),
  country: z.string().nullable(),
  nutsCode: z.string().nullable(),
  region: z.string().nullable(),
  placeId: z.number().int().nullable(),
  place: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  precision: pointPrecision.nullable(),
}

/** One row of a list. Texts are in the reader's language, else in their original. */
export const practiceSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: shownText,
  summary: shownText.nullable(),
  ...whatAndWhere,
  started: z.string().nullable(),
  ended: z.string().nullable(),
  ongoing: z.boolean(),
  inCharge: z
    .object({ id: idSchema, slug: z.string(), kind: actorKind, name: z.string(), language: z.string() })
    .nullable(),
  verifiedAt: z.date().nullable(),
  publishedAt: z.date().nullable(),
  demo: z.boolean(),
  fictitious: z.boolean(),
  /** A group judged it and published the result; a demonstration judges nothing. */
  reviewed: z.boolean(),
  /** The class of the result published last; `demo`: an invented one, of a practice of the demonstration. */
  judged: z.object({ resultClass: z.enum(reviewedStates).exclude(['none']), demo: z.boolean() }).nullable(),
})
export type PracticeSummary = z.output<typeof practiceSummarySchema>

export const practiceDeskRowSchema = practiceSummarySchema.extend({
  status: recordStatus,
  version: z.number().int(),
  updatedAt: z.date(),
  sentBackReason: z.string().nullable(),
  createdById: idSchema.nullable(),
  territoryId: idSchema.nullable(),
})
export type PracticeDeskRow = z.output<typeof practiceDeskRowSchema>

const words = localized(longestText).nullable()

/** Everything a detail page and the API show of one practice; texts in all their languages. */
export const practiceDetailSchema = z.object({
  ...curatedDetail,
  originalLanguage: z.string(),
  createdById: idSchema.nullable(),
  title: localized(longestText),
  summary: words,
  ...whatAndWhere,
  inCharge: practiceSummarySchema.shape.inCharge,
  inChargeIsAuthor: z.boolean(),
  fromProject: z.string().nullable(),
  detail: words,
  resources: words,
  started: z.string().nullable(),
  ended: z.string().nullable(),
  ongoing: z.boolean(),
  evidenceOfSuccess: words,
  challenges: words,
  potential: words,
  furtherInformation: words,
  links: z.array(z.object({ url: z.string(), title: z.string().optional() })),
  keywords: z.array(z.string()),
  /** Written by the group that judged it. */
  expertOpinion: words,
})
export type PracticeDetail = z.output<typeof practiceDetailSchema>

/** A practice with the public actors and relations it names. */
export const practiceViewSchema = practiceDetailSchema.extend({
  actors: z.array(actorSummarySchema),
  relations: z.array(relationSummarySchema),
})
export type PracticeView = z.output<typeof practiceViewSchema>
