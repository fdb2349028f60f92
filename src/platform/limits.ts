// Counts that refuse whoever asks too often, in PostgreSQL, so that all instances share them (9-decisions, Limits).
import { createHmac } from 'node:crypto'
import { AppError } from '@/core/app-error'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'

/** At most `max` in `minutes`, for one `subject` (an address, an account) of one kind of deed. */
type Limit = { deed: string; subject: string; max: number; minutes: number }

// Addresses and e-mails are personal data: only a keyed hash is stored.
const keyOf = ({ deed, subject }: Limit) =>
  `${deed}:${createHmac('sha256', environment().AUTH_SECRET).update(subject).digest('base64url').slice(0, 22)}`

/**
 * Counts one attempt against each limit in turn, before the costly work, so that a hundred at once cannot all find room.
 * Throws `limited` with the minutes to wait at the first that is used up; the limits after it are not touched.
 */
export async function takeFrom(limits: readonly Limit[]): Promise<void> {
  await db.$executeRaw`DELETE FROM limit_counter WHERE key IN
    (SELECT key FROM limit_counter WHERE resets_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED)`
  for (const limit of limits) {
    // What an administrator wrote (core/limit-settings) wins, from the moment it is written.
    const rows = await db.$queryRaw<{ count: number; minutes: number; most: number }[]>`
      WITH wanted AS (
        SELECT coalesce((
          SELECT (value ->> ${limit.deed})::int FROM setting
          WHERE key = 'limits' AND value ->> ${limit.deed} ~ '^[0-9]{1,6}$'
        ), ${limit.max}::int) AS most)
      INSERT INTO limit_counter AS c (key, count, resets_at)
      VALUES (${keyOf(limit)}, 1, now() + make_interval(mins => ${limit.minutes}::int))
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN c.resets_at <= now() THEN 1 ELSE least(c.count, (SELECT most FROM wanted)) + 1 END,
        resets_at = CASE WHEN c.resets_at <= now() THEN excluded.resets_at ELSE c.resets_at END
      RETURNING count, (SELECT most FROM wanted) AS most, ceil(extract(epoch FROM resets_at - now()) / 60)::int AS minutes`
    const [now] = rows
    if (now !== undefined && now.count > now.most)
      throw new AppError('limited', 'limited', { minutes: Math.max(1, now.minutes) })
  }
}

/** Takes back what `takeFrom` counted: the attempt was a good one. */
export async function giveBack(limits: readonly Limit[]): Promise<void> {
  await db.$executeRaw`UPDATE limit_counter SET count = greatest(count - 1, 0) WHERE key = ANY(${limits.map(keyOf)})`
}
