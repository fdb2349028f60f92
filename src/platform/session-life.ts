// Which session is alive is asked of the database at every request, so that a changed right counts from the next one.
import { z } from 'zod'
import { viewerOf, type Viewer } from '@/core/viewer'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { prepared } from '@/platform/prepared'
import { sessionLife } from '@/platform/session-cookie'

const row = z.object({
  sessionId: z.string(),
  isUnseen: z.boolean(),
  userId: z.string(),
  name: z.string(),
  organisationId: z.string().nullable(),
  lacksSecondFactor: z.boolean(),
  memberships: z.array(
    z.object({
      role: z.enum(['reviewer', 'editor', 'coordinator', 'admin']),
      territoryId: z.string().nullable(),
      groupId: z.string().nullable(),
    }),
  ),
})

/** `lacksSecondFactor`: the account's roles need two-factor and it has none yet, so that the viewer has no role yet. */
export type LiveSession = { id: string; viewer: Viewer; lacksSecondFactor: boolean }

/**
 * The session with its user as the database knows them now. Null when it was ended, is too old (12 hours) or unused
 * (60 minutes), when the user was disabled or had all sessions ended, and for demonstration accounts anywhere but on
 * the embedded database. Notes that it was seen, at most once a minute.
 */
export async function findLiveSession(sessionId: string): Promise<LiveSession | null> {
  const rows = await db.$queryRaw<unknown[]>(
    prepared(Prisma.sql`
    SELECT s.id AS "sessionId", s.seen_at < now() - interval '1 minute' AS "isUnseen",
      u.id AS "userId", u.name, u.organisation_id AS "organisationId",
      u.totp_confirmed_at IS NULL AND NOT u.demo AND EXISTS (SELECT FROM membership m
        WHERE m.user_id = u.id AND m.role IN ('coordinator', 'admin')) AS "lacksSecondFactor",
      (SELECT coalesce(json_agg(json_build_object('role', m.role, 'territoryId', m.territory_id, 'groupId', m.group_id)
        ORDER BY m.role DESC, m.id), '[]') FROM membership m WHERE m.user_id = u.id
          AND (m.group_id IS NULL OR serves_in_group(m.group_id, m.user_id))) AS memberships
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > now()
      AND s.seen_at > now() - make_interval(mins => ${sessionLife.idleMinutes}::int)
      AND s.session_version = u.session_version AND u.disabled_at IS NULL AND NOT u.system
      AND (NOT u.demo OR ${environment().EMBEDDED_DATABASE}::boolean)`),
  )
  const [found] = z.array(row).parse(rows)
  if (found === undefined) return null
  if (found.isUnseen)
    await db.$executeRaw`UPDATE session SET seen_at = now()
      WHERE id = ${sessionId}::uuid AND ended_at IS NULL AND seen_at < now() - interval '1 minute'`
  const { sessionId: id, lacksSecondFactor } = found
  return { id, lacksSecondFactor, viewer: viewerOf({ ...found, ...(lacksSecondFactor && { memberships: [] }) }) }
}

/** Seconds until a session ends unless it is used, and until it ends in any case. */
export type SessionLeft = { idle: number; absolute: number }
const left = z.array(z.object({ idle: z.number(), absolute: z.number() }))

/** How long a live session still lasts, without using it; null when it is over. */
export async function findSessionLeft(sessionId: string): Promise<SessionLeft | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT floor(extract(epoch FROM s.seen_at - now()) + 60 * ${sessionLife.idleMinutes}::int)::int AS idle,
      floor(extract(epoch FROM s.expires_at - now()))::int AS absolute
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > now()
      AND s.seen_at > now() - make_interval(mins => ${sessionLife.idleMinutes}::int)
      AND s.session_version = u.session_version AND u.disabled_at IS NULL`
  return left.parse(rows)[0] ?? null
}

/** Somebody says that they are still there. */
export async function prolongSession(sessionId: string): Promise<SessionLeft | null> {
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { seenAt: new Date() } })
  return findSessionLeft(sessionId)
}
