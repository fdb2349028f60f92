// The API described by the schemas that read and write it: what changes there changes here.
import { practiceFilterKeys } from '@/modules/practices/practice.schema'
import { searchParams } from '@/modules/search/search.schema'
import { filterKeys, filterSchema, listKeys } from '@/modules/taxonomy/filter.schema'
import { environment } from '@/platform/env'
import { listParams } from './api-params'
import { mapPaths } from './openapi-map'
import {
  components,
  header,
  idempotencyKey,
  ifMatch,
  json,
  type Json,
  key,
  lang,
  problems,
  ref,
  saved,
  schemaOf,
} from './openapi-parts'

const kinds = {
  actors: { name: 'Actor', one: 'an actor' },
  relations: { name: 'Relation', one: 'a relation' },
  practices: { name: 'Practice', one: 'a good practice' },
  territories: { name: 'Territory', one: 'a territory' },
} as const
type Kind = keyof typeof kinds

const practiceFilters: ReadonlySet<string> = new Set(practiceFilterKeys)
const otherFilters: ReadonlySet<string> = new Set(filterKeys)

function listParameters(kind: Kind): Json[] {
  const filters = Object.entries(filterSchema.shape).filter(([name]) =>
    kind === 'territories'
      ? ['q', 'country', 'after'].includes(name)
      : (kind === 'practices' ? practiceFilters : otherFilters).has(name),
  )
  const asked = [...filters, ...Object.entries(listParams.shape)].map(([name, schema]) => ({
    ...{ name, in: 'query', schema: name === 'after' ? { type: 'string' } : schemaOf(schema, 'input') },
    ...(listKeys.has(name) && { style: 'form', explode: true }),
    ...(name === 'after' && { description: 'From `next` of the page before.' }),
    ...(name === 'fields' && { description: 'Names of fields, with commas; id and slug come always.' }),
  }))
  return asked
}

/** The filters of lists, without what decides their order and page. */
const mapFilters = (): Json[] =>
  listParameters('relations').filter(
    ({ name }) => !['sort', 'after', ...Object.keys(listParams.shape)].includes(String(name)),
  )

const reads = (kind: Kind, { name, one }: (typeof kinds)[Kind]) => ({
  list: {
    ...{ tags: [kind], operationId: `find${name}s`, summary: `Find public ${kind}`, parameters: listParameters(kind) },
    responses: {
      200: {
        description: 'One page. `page.next` is the address of the next one, null at the end; `page.total` is exact.',
        ...json({
          type: 'object',
          required: ['data', 'page'],
          properties: {
            data: { type: 'array', items: ref(`${name}Row`) },
            page: {
              type: 'object',
              required: ['next', 'total'],
              properties: { next: { type: ['string', 'null'] }, total: { type: 'integer' } },
            },
          },
        }),
      },
      ...problems(400, 401),
    },
  },
  one: {
    ...{ tags: [kind], operationId: `get${name}`, summary: `Read ${one}`, parameters: [key, lang] },
    responses: {
      200: {
        description: `The record; its version is in ETag.`,
        headers: { ETag: header('The version.') },
        ...json({ type: 'object', required: ['data'], properties: { data: ref(name) } }),
      },
      ...problems(400, 401, 404, 410),
    },
  },
})

const deed = (kind: Kind, operationId: string, summary: string) => ({
  ...{ tags: [kind], operationId, summary, security: [{ key: [] }, { session: [] }], parameters: [key, ifMatch] },
  responses: { ...saved('Done.'), ...problems(401, 403, 404, 412, 428) },
})

function writes(kind: 'actors' | 'relations' | 'practices') {
  const { name, one } = kinds[kind]
  const patch = { ...json(ref(`${name}Patch`)), required: true }
  return {
    create: {
      ...{
        tags: [kind],
        operationId: `create${name}`,
        summary: `Make a draft of ${one}`,
      },
      security: [{ key: [] }, { session: [] }],
      parameters: [idempotencyKey],
      requestBody: { ...json(ref(`New${name}`)), required: true },
      responses: { ...saved('A draft was made.', 201), ...problems(400, 401, 403, 409, 413, 415, 422) },
    },
    patch: {
      ...deed(kind, `patch${name}`, `Change fields of ${one}`),
      requestBody: patch,
      description:
        'A published record is changed at once by its coordinator; an editor’s change of it waits for the coordinator, together with what the editor proposed before.',
      responses: {
        ...saved('Changed.'),
        ...saved('Waits for the coordinator: the record stands as it was.', 202),
        ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428),
      },
    },
    archive: {
      ...deed(kind, `archive${name}`, `Archive ${one} (coordinators)`),
      responses: { 204: { description: 'Archived.' }, ...problems(401, 403, 404, 412, 428) },
    },
    submit: deed(kind, `submit${name}`, `Submit ${one} to the coordinator`),
    publish: deed(kind, `publish${name}`, `Publish ${one} (coordinators)`),
  }
}

const searching = {
  ...{ tags: ['search'], operationId: 'search', summary: 'Find anything by its names' },
  description: `Actors, relations, good practices, territories, places, countries and code lists by any of their names, in any script, with typing errors; actors also by identifier. Groups with results, the best first; \`limit\` results each. Whole names come before beginnings, those before words in the names, those before words around them (city, country, kind, parties), typing errors last.`,
  parameters: Object.entries(searchParams.shape).map(([name, schema]) => ({
    ...{ name, in: 'query', schema: name === 'kinds' ? { type: 'string' } : schemaOf(schema, 'input') },
    ...(name === 'q' && { required: true }),
    ...(name === 'kinds' && { description: 'Kinds of group, with commas; all when absent.' }),
  })),
  responses: { 200: { description: 'What was found.', ...json(ref('SearchAnswer')) }, ...problems(400) },
}

const description = `Public records of COMPETE IN Atlas, and drafts for programs of its partners.

Without a key everybody reads what is public. A read key says who asks; a write key makes, changes and submits drafts of its territory, and never publishes. Keys are made by coordinators on the desk, shown once, and sent as \`Authorization: Bearer atlas_…\`. A page of this site may also use its session cookie; its Origin is checked.

Every record has a version, in \`ETag\`. Whoever changes it sends the version they read in \`If-Match\`; when somebody was faster the answer is 412 with the present version.

Errors are problem details (RFC 9457) with \`errors: [{ field, code, message }]\`. Unknown parameters and fields are refused by name. 600 requests a minute are answered to one address.`

function document() {
  const paths = Object.entries(kinds).flatMap(([kind, facts]): [string, Json][] => {
    if (kind !== 'actors' && kind !== 'relations' && kind !== 'practices') {
      const { list, one } = reads('territories', facts)
      return [
        [`/${kind}`, { get: list }],
        [`/${kind}/{key}`, { get: one }],
      ]
    }
    const { list, one } = reads(kind, facts)
    const { create, patch, archive, submit, publish } = writes(kind)
    return [
      [`/${kind}`, { get: list, post: create }],
      [`/${kind}/{key}`, { get: one, patch, delete: archive }],
      [`/${kind}/{key}/submit`, { post: submit }],
      [`/${kind}/{key}/publish`, { post: publish }],
    ]
  })
  return {
    openapi: '3.1.0',
    info: { title: 'COMPETE IN Atlas', version: '1', description, license: { name: environment().DATA_LICENCE } },
    servers: [{ url: '/api/v1' }],
    tags: [...Object.keys(kinds), 'search', 'map'].map((name) => ({ name })),
    security: [{}, { key: [] }],
    paths: { ...Object.fromEntries(paths), '/search': { get: searching }, ...mapPaths(mapFilters()) },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of a territory.' },
        session: { type: 'apiKey', in: 'cookie', name: 'atlas.session', description: 'From a page of this site only.' },
      },
      schemas: components(),
    },
  }
}

type ApiDocument = ReturnType<typeof document>
let written: ApiDocument | undefined

/** The document, made once: the schemas do not change while a process runs. */
export const apiDocument = (): ApiDocument => (written ??= document())
