import { expect, test } from 'vitest'
import { z } from 'zod'
import { app } from '@/doors/app'
import { apiDocument } from '@/doors/openapi'
import { actorFields } from '@/modules/actors/actor.schema'
import { relationFields } from '@/modules/relations/relation.schema'

const read = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        responses: z.record(z.string(), z.unknown()),
        servers: z.array(z.object({ url: z.string() })).optional(),
      }),
    ),
  ),
  components: z.object({
    schemas: z.record(
      z.string(),
      z.looseObject({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).optional() }),
    ),
  }),
})
const document = read.parse(JSON.parse(JSON.stringify(apiDocument())))

test('the document tells of every address and verb that there is, and of no other', () => {
  const told = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, { servers }]) => {
      const base = servers?.[0]?.url ?? '/api/v1'
      return `${verb.toUpperCase()} ${base}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    }),
  )
  const there = app.routes
    .filter(
      ({ method, path }) =>
        method !== 'ALL' &&
        /^\/api\/(v1|map\/(relations|regions)$)/.test(path) &&
        !/\/(docs|openapi\.json)$/.test(path),
    )
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(told)].sort()).toEqual([...new Set(there)].sort())
})

test('every field that can be written is described, and nothing that cannot', () => {
  const fieldsOf = (name: string) => Object.keys(document.components.schemas[name]?.properties ?? {}).sort()
  expect(fieldsOf('NewActor')).toEqual([...actorFields, 'territoryId'].sort())
  expect(fieldsOf('ActorPatch')).toEqual([...actorFields].sort())
  expect(fieldsOf('NewRelation')).toEqual([...relationFields, 'territoryId'].sort())
  expect(fieldsOf('RelationPatch')).toEqual([...relationFields].sort())
  expect(document.components.schemas.ActorPatch?.required).toEqual([])
})

test('every reference leads somewhere, every operation has a name of its own', () => {
  const text = JSON.stringify(document)
  for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name)
  const names = Object.values(document.paths).flatMap((verbs) =>
    Object.values(verbs).map(({ operationId }) => operationId),
  )
  expect(new Set(names).size).toBe(names.length)
})

test('the page of it names every operation and schema, has no script, and what it links to is there', async () => {
  const answer = await app.request('/api/v1/docs')
  const html = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'nonce-/)
  expect(html).not.toMatch(/<script|style=| on\w+=|undefined|\[object/)
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  for (const name of Object.keys(document.components.schemas)) expect(ids).toContain(name)
})
