import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { breath, breathing } from '@/core/breath'
import type { Prisma } from '@/generated/prisma/client'
import { Atlas } from '@/modules/census/atlas.schema'
import {
  type ActorBlock,
  actorBlock,
  relationBlock,
  type RelationBlock,
  removeMissing,
  writeActors,
  writeRelations,
} from '@/modules/census/block.queries'
import * as sql from '@/modules/census/census.sql'
import { followRelations, readRelationsOf } from '@/modules/census/party.queries'
import { watchPool } from '@/platform/db'

/** Rows read at a time: what takes the process some 20 ms. */
const rowsOfBlock = 5_000
const changesOfBlock = 2000
/** Changes that are caught up with; more are read anew with everything else. */
const mostChanges = 100_000
/** One connection. */
type Asking = { query: (question: { text: string; values: unknown[] }) => Promise<{ rows: unknown[] }> }
const nobody = '00000000-0000-0000-0000-000000000000'

const momentSchema = z.object({
  version: z.string(),
  snapshot: z.string(),
  epoch: z.string(),
  actors: z.number(),
  relations: z.number(),
  divided: z.array(z.string()),
})
const changesSchema = z.object({
  version: z.string(),
  snapshot: z.string(),
  epoch: z.string().nullable(),
  reaches: z.boolean(),
  is_all: z.boolean(),
  notes: z.number(),
  actors: z.array(z.string()),
  relations: z.array(z.string()),
})

async function one<Row>(client: Asking, schema: z.ZodType<Row>, { text, values }: Prisma.Sql): Promise<Row> {
  const { rows } = await client.query({ text, values: [...values] })
  return schema.parse(rows[0])
}

/** Everything read in one moment of the database, which goes on meanwhile. */
async function inOneMoment<Result>(read: (client: Asking) => Promise<Result>): Promise<Result> {
  const client = await watchPool.connect()
  let failed: Error | undefined
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL statement_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = '120s'`)
    return await read(client)
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    await client.query('COMMIT').catch(() => undefined)
    client.release(failed)
  }
}

export async function readAll(): Promise<Atlas> {
  const naming = sql.nameLog(randomUUID())
  await watchPool.query({ text: naming.text, values: [...naming.values] })
  return inOneMoment(async (client) => {
    const { version, snapshot, epoch, divided, actors, relations } = await one(client, momentSchema, sql.moment())
    const atlas = new Atlas(version, snapshot, epoch, new Set(divided))
    // With some room for what comes, or the first new row would copy every column.
    atlas.actors.reserve(Math.ceil(actors * 1.02) + 100)
    atlas.relations.reserve(Math.ceil(relations * 1.02) + 100)
    atlas.relations.cityTies.reserve(relations)
    const lastId = (at: Buffer | null) => {
      const hex = at?.subarray(-16).toString('hex') ?? ''
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
    }
    let after = { mz: '-1', id: nobody }
    for (;;) {
      const block = await one(client, actorBlock, sql.actorsByPlace(after, rowsOfBlock))
      writeActors(atlas, block, true)
      if (block.rows < rowsOfBlock || block.mz === null) break
      after = { mz: String(block.mz.readBigInt64BE((block.rows - 1) * 8)), id: lastId(block.ids) }
      await breath()
    }
    for (let id = nobody; ;) {
      const block = await one(client, actorBlock, sql.actorsNowhere(id, rowsOfBlock))
      writeActors(atlas, block, true)
      if (block.rows < rowsOfBlock) break
      id = lastId(block.ids)
      await breath()
    }
    for (let id = nobody; ;) {
      const block = await one(client, relationBlock, sql.relationsAfter(id, rowsOfBlock))
      writeRelations(atlas, block)
      atlas.relations.sorted = atlas.relations.count
      if (block.rows < rowsOfBlock) break
      id = lastId(block.ids)
      await breath()
    }
    await breathing(readRelationsOf(atlas))
    return atlas
  })
}

export type Changes = {
  said: z.output<typeof changesSchema>
  actors: ActorBlock[]
  relations: RelationBlock[]
}

const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / changesOfBlock) }, (_, n) =>
    ids.slice(n * changesOfBlock, (n + 1) * changesOfBlock),
  )

/** What was committed since the atlas was read; null when it cannot be told, or is too much. */
export async function readChanges(atlas: Atlas): Promise<Changes | null> {
  return inOneMoment(async (client) => {
    const said = await one(client, changesSchema, sql.changesSince(atlas.snapshot))
    const isKnown = said.epoch === atlas.epoch && said.reaches && !said.is_all
    if (!isKnown || Math.max(said.actors.length, said.relations.length) > mostChanges) return null
    const changes: Changes = { said, actors: [], relations: [] }
    for (const ids of chunks(said.actors)) changes.actors.push(await one(client, actorBlock, sql.actorsById(ids)))
    for (const ids of chunks(said.relations))
      changes.relations.push(await one(client, relationBlock, sql.relationsById(ids)))
    return changes
  })
}

/** More than a block of actors and one of relations. */
export const isLong = ({ actors, relations }: Changes): boolean => actors.length + relations.length > 2

/** Brings an atlas up to a later moment; when that is much to do, with breaths in which nobody may see it. */
export async function apply(atlas: Atlas, changes: Changes): Promise<void> {
  const { said, actors, relations } = changes
  for (const block of actors) {
    writeActors(atlas, block, false)
    if (isLong(changes)) await breath()
  }
  for (const block of relations) {
    followRelations(atlas, writeRelations(atlas, block))
    if (isLong(changes)) await breath()
  }
  removeMissing(atlas, said, { actors, relations })
  atlas.version = said.version
  atlas.snapshot = said.snapshot
  atlas.forget()
}

export function prune(): Promise<unknown> {
  const { text, values } = sql.pruneLog()
  return watchPool.query({ text, values: [...values] })
}
