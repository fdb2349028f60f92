import { z } from 'zod'
import { givenTerritory } from './territory'
import { givenViewer } from './viewer'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { createApiKey } from '@/modules/accounts/api-key.commands'
import { newApiKeySchema } from '@/modules/accounts/api-key.schema'

/** A territory with its coordinator and keys: to read, to write, and to write in another territory. */
export type ApiStage = {
  territoryId: string
  coordinator: Viewer
  keys: { read: string; write: string; other: string }
}

export async function givenKeys(): Promise<ApiStage> {
  const territoryId = (await givenTerritory({ slug: 'apiland', name: 'Apiland' })).id
  const elsewhere = (await givenTerritory({ slug: 'farland', name: 'Farland' })).id
  const coordinator = await givenViewer('coordinator', { territoryId })
  const key = (scope: string, at = territoryId) =>
    newApiKeySchema.parse({ territoryId: at, scope, name: scope, days: '30' })
  const keys = {
    read: await createApiKey(coordinator, key('read')),
    write: await createApiKey(coordinator, key('write')),
    other: await createApiKey(await givenViewer('admin'), key('write', elsewhere)),
  }
  return { territoryId, coordinator, keys }
}

const answerSchema = z.looseObject({
  data: z.looseObject({ id: z.string(), version: z.number() }).optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
})
type ApiAnswer = { status: number; headers: Headers; body: z.output<typeof answerSchema> }

export type Sent = { key?: string | null; body?: unknown; text?: string | undefined; headers?: Record<string, string> }

/** One request through the doors, as a program sends it; `key` null sends none. */
export async function send(
  method: string,
  path: string,
  { key = null, body, text = body === undefined ? undefined : JSON.stringify(body), headers = {} }: Sent,
): Promise<ApiAnswer> {
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers: {
      host: 'localhost:3000',
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text !== undefined && { body: text }),
  })
  return {
    ...{ status: answer.status, headers: answer.headers },
    body: answerSchema.parse(await answer.json().catch(() => ({}))),
  }
}

export const actorBody = () => ({
  ...{ kind: 'enterprise', originalLanguage: 'it', country: 'IT' },
  names: [{ kind: 'label', language: 'it', value: `Officina ${newId()}` }],
})

export const relationBody = () => ({
  ...{ type: 'twinning', originalLanguage: 'it' },
  parties: [
    { country: 'IT', placeName: 'Reggio', role: 'partner' },
    { country: 'ZA', placeName: newId(), role: 'partner' },
  ],
})

export const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

/** The fields at fault, each with its code. */
export const codesOf = ({ body }: ApiAnswer) =>
  Object.fromEntries((body.errors ?? []).map(({ field, code }) => [field, code]))
