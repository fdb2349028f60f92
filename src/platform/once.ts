// A POST that may be repeated with the same Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): a program that
// lost the answer asks again, and what it wanted happens once.
import { z } from 'zod'
import { AppError } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import type { Saved, SaveOptions } from '@/platform/curated'
import { db } from '@/platform/db'

/** `key` is the program's own; `hash` stands for what it asks. */
export type OnceRequest = { key: string; hash: string }

const savedSchema = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.number(),
  outcome: z.enum(['created', 'changed', 'unchanged']),
})

/**
 * Saves once for each key of this viewer within 24 hours; asked again, answers with what was saved then. Throws
 * `conflict` (`stillRunning`) while the first is being saved, and `invalid` (`keyReused`) for another request. What is
 * refused is not remembered: nothing happened, so it may be tried again.
 */
export async function once(
  viewer: Viewer,
  request: OnceRequest | null,
  create: (options: SaveOptions) => Promise<Saved[]>,
): Promise<Saved> {
  if (request === null) return only(await create({}))
  const subject = viewer.apiKeyId === null ? `user:${viewer.userId}` : `key:${viewer.apiKeyId}`
  const ref = { subject, ...request }
  const before = await claim(ref)
  if (before !== null) return before
  try {
    const within: SaveOptions['within'] = async (tx, [saved]) => {
      const { count } = await tx.idempotencyKey.updateMany({
        where: { subject, key: request.key, requestHash: request.hash, status: null },
        data: { status: 201, ...(saved && { body: saved }) },
      })
      if (count === 0) throw new AppError('conflict', 'stillRunning')
    }
    return only(await create({ within }))
  } catch (error) {
    await db.idempotencyKey.deleteMany({ where: { subject, key: request.key, status: null } })
    throw error
  }
}

const only = ([saved]: readonly Saved[]): Saved => {
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}

/** Takes the key for this request, also one a day old or left behind by a process that died; else what it was for. */
async function claim({ subject, key, hash }: OnceRequest & { subject: string }): Promise<Saved | null> {
  const taken = await db.$executeRaw`
    INSERT INTO idempotency_key AS k (subject, key, request_hash) VALUES (${subject}, ${key}, ${hash})
    ON CONFLICT (subject, key) DO UPDATE
      SET request_hash = excluded.request_hash, status = NULL, body = NULL, created_at = now()
      WHERE k.created_at < now() - interval '24 hours'
        OR (k.status IS NULL AND k.created_at < now() - interval '3 minutes')`
  if (taken > 0) return null
  const found = await db.idempotencyKey.findUnique({ where: { subject_key: { subject, key } } })
  if (found !== null && found.requestHash !== hash) throw new AppError('invalid', 'keyReused')
  if (found === null || found.status === null) throw new AppError('conflict', 'stillRunning')
  return savedSchema.parse(found.body)
}
