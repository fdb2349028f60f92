import { Hono } from 'hono'
import { z } from 'zod'
import { decided } from '@/core/decision'
import { escaped } from '@/core/markup'
import { plainDocument } from '@/platform/plain-page'
import { apiDocument } from './openapi'

/** The API described: for programs, and for those who write them, on a page without script. */
export const docs = new Hono()

docs.get('/openapi.json', (c) => {
  decided() // the same for everybody
  return c.json(apiDocument(), 200, { 'cache-control': 'public, max-age=0, must-revalidate' })
})

docs.get('/docs', (c) => {
  decided()
  const isHttps = c.req.header('x-forwarded-proto') === 'https'
  const { html, headers } = plainDocument({ locale: 'en', title: 'API', main: page(), isHttps })
  return c.body(html, 200, { ...headers, 'cache-control': 'no-cache' })
})

// What of the document is read here; the rest is for programs.
const schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  // False after the parts of a tuple: nothing more.
  get items() {
    return z.union([schema, z.literal(false).transform(() => undefined)]).optional()
  },
  get anyOf() {
    return z.array(schema).optional()
  },
  get properties() {
    return z.record(z.string(), schema).optional()
  },
  required: z.array(z.string()).optional(),
  description: z.string().optional(),
})
type Schema = z.output<typeof schema>
const content = z.record(z.string(), z.object({ schema }))
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  servers: z.array(z.object({ url: z.string() })).optional(),
  parameters: z.array(
    z.looseObject({
      name: z.string(),
      in: z.string(),
      required: z.boolean().optional(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: content.optional() })),
})
const readable = z.object({
  info: z.object({ description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

const code = (text: string) =>
  `<code class="rounded-sm bg-sunk px-1 font-mono text-sm wrap-anywhere">${escaped(text)}</code>`
/** Backticks become code; nothing else is marked. */
const prose = (text: string) =>
  escaped(text).replace(/`([^`]+)`/g, (_, words: string) => `<code class="font-mono">${words}</code>`)
const linkTo = (reference: string) => {
  const name = reference.split('/').at(-1) ?? ''
  return `<a href="#${name}">${escaped(name)}</a>`
}

/** A type in words: `text`, `list of Actor`, `one of a, b, c`. */
function typeOf(given: Schema): string {
  if (given.$ref !== undefined) return linkTo(given.$ref)
  if (given.enum !== undefined) return `one of ${given.enum.map((value) => code(String(value))).join(' ')}`
  if (given.anyOf !== undefined) return [...new Set(given.anyOf.map(typeOf))].join(' or ')
  if (given.items !== undefined) return `list of ${typeOf(given.items)}`
  if (given.type === 'object' && given.properties !== undefined)
    return `{ ${Object.keys(given.properties).map(code).join(' ')} }`
  return escaped(
    [given.type ?? 'anything'].flat().join(' or ') + (given.format === undefined ? '' : ` (${given.format})`),
  )
}

const cell = (html: string) => `<td class="py-1.5 pr-4 align-top">${html}</td>`
const table = (caption: string, rows: readonly (readonly [string, string, string])[], of = '') =>
  rows.length === 0
    ? ''
    : `<div class="overflow-x-auto" tabindex="0" role="region" aria-label="${escaped(`${caption} ${of}`.trim())}"><table class="mt-2 w-full text-left text-sm"><caption class="pb-1 text-left font-semibold">${escaped(caption)}</caption><tbody>${rows.map((row) => `<tr class="border-t border-rule">${row.map(cell).join('')}</tr>`).join('')}</tbody></table></div>`

function operationOf(path: string, verb: string, one: z.output<typeof operation>): string {
  const parameters = one.parameters.map((each): [string, string, string] => [
    code(each.name),
    `${each.in}${each.required === true ? ', required' : ''}`,
    [typeOf(each.schema), prose(each.description ?? '')].filter(Boolean).join('. '),
  ])
  const answers = Object.entries(one.responses).map(
    ([status, { description, content: shown }]): [string, string, string] => [
      code(status),
      prose(description),
      Object.values(shown ?? {})
        .map((each) => typeOf(each.schema))
        .join(''),
    ],
  )
  const body = Object.values(one.requestBody?.content ?? {}).map(
    (each) => `<p class="mt-2 text-sm">Body: ${typeOf(each.schema)}</p>`,
  )
  return `<section id="${one.operationId}" class="mt-6 border-t border-rule-strong pt-4"><h3 class="font-mono text-md font-semibold wrap-anywhere"><span class="mr-2 rounded-sm bg-ink px-2 py-0.5 text-on-ink">${verb.toUpperCase()}</span>${escaped(one.servers?.[0]?.url ?? '/api/v1')}${escaped(path)}</h3><p class="mt-2">${escaped(one.summary)}</p>${body.join('')}${table('Parameters', parameters, one.operationId)}${table('Answers', answers, one.operationId)}</section>`
}

function schemaSection(name: string, given: Schema): string {
  const required = new Set(given.required)
  const rows = Object.entries(given.properties ?? {}).map(([field, each]): [string, string, string] => [
    code(field),
    required.has(field) ? 'required' : '',
    [typeOf(each), prose(each.description ?? '')].filter(Boolean).join('. '),
  ])
  return `<section id="${name}" class="mt-6 border-t border-rule-strong pt-4"><h3 class="text-lg font-semibold">${escaped(name)}</h3>${given.description === undefined ? '' : `<p>${prose(given.description)}</p>`}${table(`Fields of ${name}`, rows)}</section>`
}

let written: string | undefined

function page(): string {
  if (written !== undefined) return written
  const { info, paths, components } = readable.parse(JSON.parse(JSON.stringify(apiDocument())))
  const operations = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, one]) => ({ path, verb, one })),
  )
  const tags = [...new Set(operations.flatMap(({ one }) => one.tags))]
  const heading = (id: string, text: string) =>
    `<h2 id="${id}" class="mt-10 font-serif text-xl first-letter:uppercase">${escaped(text)}</h2>`
  const index = operations.map(
    ({ path, verb, one }) =>
      `<li><a href="#${one.operationId}">${escaped(one.summary)}</a> <span class="font-mono text-xs text-ink-2 wrap-anywhere">${verb.toUpperCase()} ${escaped(path)}</span></li>`,
  )
  const sections = tags.map(
    (tag) =>
      heading(tag, tag) +
      operations
        .filter(({ one }) => one.tags.includes(tag))
        .map(({ path, verb, one }) => operationOf(path, verb, one))
        .join(''),
  )
  const schemas = Object.entries(components.schemas).map(([name, given]) => schemaSection(name, given))
  return (written = `<div class="max-w-[60rem]"><h1 class="font-serif text-2xl tracking-display sm:text-3xl">API</h1>${info.description
    .split('\n\n')
    .map((words) => `<p class="mt-3 max-w-[45rem]">${prose(words)}</p>`)
    .join(
      '',
    )}<p class="mt-3"><a href="/api/v1/openapi.json">OpenAPI 3.1 document</a></p><nav aria-label="Contents" class="mt-6"><ul class="flex flex-col gap-1.5">${index.join('')}</ul></nav>${sections.join('')}${heading('schemas', 'Schemas')}${schemas.join('')}</div>`)
}
