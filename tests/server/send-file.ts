import { expect } from 'vitest'
import { z } from 'zod'
import { forgeKey } from '../permissions/keyring'
import { newAddress } from '../permissions/knock'
import type { RunningServer } from '../permissions/server'
import type { World } from '../permissions/world'
import { db } from '@/platform/db'

type Who = 'E' | 'C' | '0'

/** A file as a form sends it; an editor sends it unless told. */
export type Sending = {
  name?: string
  bytes?: string | Uint8Array<ArrayBuffer>
  said?: Record<string, string>
  who?: Who
}

const addedSchema = z.object({ id: z.string(), pending: z.boolean() })
const problemSchema = z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) })

/** The first field a door refused, with its status: `422 file: fileEmpty`. */
export async function faultOf(answer: Response): Promise<string> {
  const [first] = problemSchema.parse(await answer.json()).errors
  return `${answer.status} ${first?.field}: ${first?.code}`
}

/** The doors of files as pages of ours knock at them. Files go to a draft of the editor's own territory unless told. */
export class FileDoors {
  constructor(
    private readonly server: RunningServer,
    private readonly world: World,
  ) {}

  get draftPath(): string {
    return `/api/files/actor/${this.world.actors.own.draft.id}`
  }

  headersOf = async (who: Who): Promise<Record<string, string>> => ({
    ...(await forgeKey(who, this.world)),
    ...{ 'x-forwarded-for': newAddress(), origin: this.server.address, accept: 'application/json' },
  })

  async send(
    { name = 'nota.txt', bytes = 'Una nota', said = {}, who = 'E' }: Sending,
    more: RequestInit = {},
    path = this.draftPath,
  ): Promise<Response> {
    const form = new FormData()
    form.set('file', new File([bytes], name))
    for (const [field, value] of Object.entries(said)) form.set(field, value)
    const headers = { ...(await this.headersOf(who)), ...Object.fromEntries(new Headers(more.headers)) }
    return fetch(`${this.server.address}${path}`, { method: 'POST', body: form, redirect: 'manual', ...more, headers })
  }

  /** Sends what is taken; returns its id. */
  async sent(what: Sending): Promise<string> {
    const answer = await this.send(what)
    expect(answer.status).toBe(201)
    return addedSchema.parse(await answer.json()).id
  }

  get = async (path: string, who: Who = '0', more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${this.server.address}${path}`, { headers: { ...(await this.headersOf(who)), ...more } })

  async fileAt(id: string, who: Who = 'E', name?: string): Promise<Response> {
    const row = await db.attachment.findUniqueOrThrow({ where: { id } })
    return this.get(`/files/${id}/${encodeURIComponent(name ?? row.fileName)}`, who)
  }
}
