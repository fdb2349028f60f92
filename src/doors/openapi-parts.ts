// The parts the description of the API is made of: schemas, answers, parameters.
import { z } from 'zod'
import { shownTransferSchema } from '@/modules/adoption/transfer.schema'
import { actorDetailSchema, actorSummarySchema, newActorSchema } from '@/modules/actors/actor.schema'
import { newPracticeSchema, practiceSummarySchema, practiceViewSchema } from '@/modules/practices/practice.schema'
import { publicResultSchema } from '@/modules/rounds/outcome.schema'
import { newRelationSchema, relationDetailSchema, relationSummarySchema } from '@/modules/relations/relation.schema'
import { searchAnswerSchema } from '@/modules/search/search.schema'
import { territoryDetailSchema, territorySummarySchema } from '@/modules/territories/territory.schema'
import { listParams } from './api-params'

export type Json = Record<string, unknown>

/** JSON Schema 2020-12, which is the dialect of OpenAPI 3.1 (§4.8.24). */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  })
  return rest
}

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
export const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } })
export const header = (description: string): Json => ({
  description,
  schema: { type: 'string' },
})

/** A new record may say whose it is; a change may not. */
const born = (fields: Json): Json => ({
  ...fields,
  properties: {
    ...Object(fields.properties),
    territoryId: {
      ...{ type: ['string', 'null'], format: 'uuid' },
      description: 'Curator; null = the commons (administrators). Absent: worked out from the home of the record.',
    },
  },
})

export const components = () => ({
  Actor: schemaOf(actorDetailSchema, 'output'),
  ActorRow: schemaOf(actorSummarySchema, 'output'),
  NewActor: born(schemaOf(newActorSchema, 'input')),
  ActorPatch: {
    ...schemaOf(newActorSchema, 'input'),
    required: [],
    description: 'Merge patch (RFC 7396): null takes away.',
  },
  Relation: schemaOf(relationDetailSchema, 'output'),
  RelationRow: schemaOf(relationSummarySchema, 'output'),
  NewRelation: born(schemaOf(newRelationSchema, 'input')),
  RelationPatch: {
    ...schemaOf(newRelationSchema, 'input'),
    required: [],
    description: 'Merge patch (RFC 7396): null takes away.',
  },
  Practice: schemaOf(
    practiceViewSchema.extend({ results: z.array(publicResultSchema), transfers: z.array(shownTransferSchema) }),
    'output',
  ),
  PracticeRow: schemaOf(practiceSummarySchema, 'output'),
  NewPractice: born(schemaOf(newPracticeSchema, 'input')),
  PracticePatch: {
    ...schemaOf(newPracticeSchema, 'input'),
    required: [],
    description: 'Merge patch (RFC 7396): null takes away.',
  },
  Territory: schemaOf(territoryDetailSchema, 'output'),
  TerritoryRow: schemaOf(territorySummarySchema, 'output'),
  SearchAnswer: schemaOf(searchAnswerSchema, 'output'),
  Saved: schemaOf(z.object({ data: z.object({ id: z.uuid(), slug: z.string(), version: z.int() }) }), 'output'),
  Problem: schemaOf(problemSchema, 'output'),
})

const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** 412: the version that is stored. */
  version: z.int().optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
})

const statuses: Record<number, string> = {
  400: 'A parameter or a body that means nothing; parameters are named in `errors`.',
  401: 'A key that opens nothing, or none where one is needed.',
  403: 'Visible, but not yours to change; or a session from another site.',
  404: 'Not there, or not for you to see.',
  409: 'The same Idempotency-Key is being carried out.',
  410: 'Archived; it was public once.',
  412: 'Another version is stored: its number is in `ETag` and `version`.',
  413: 'More than 1,000,000 bytes.',
  415: 'Not JSON.',
  422: 'Fields that cannot be kept, each with a code and a sentence.',
  428: 'If-Match is missing.',
  429: 'Too many requests: wait as long as Retry-After says.',
}

export const problems = (...codes: number[]): Json =>
  Object.fromEntries(
    [...codes, 429].map((code) => [
      code,
      { description: statuses[code], content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  )

export const saved = (description: string, status = 200): Json => ({
  [status]: {
    description,
    headers: {
      ETag: header(status === 202 ? 'The version that stands.' : 'The new version.'),
      ...(status === 201 && { Location: header('Address of the record.') }),
    },
    ...json(ref('Saved')),
  },
})

export const key = { name: 'key', in: 'path', required: true, description: 'Id or slug.', schema: { type: 'string' } }
export const lang = {
  name: 'lang',
  in: 'query',
  description: 'Language of names.',
  schema: schemaOf(listParams.shape.lang, 'input'),
}
export const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version you read: `"3"`.',
  schema: { type: 'string' },
}
export const idempotencyKey = {
  ...{
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Your own name for this request: within 24 hours it happens once.',
  },
  schema: { type: 'string', maxLength: 255 },
}
