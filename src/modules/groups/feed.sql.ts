import { Prisma } from '@/generated/prisma/client'

/**
 * Whose address this is, as a session of theirs would be admitted: not disabled, not without a second factor that their
 * roles need, a demonstration account on the embedded database alone; and the groups that work in which they sit today.
 */
export const feedBearer = (hash: string, isEmbedded: boolean): Prisma.Sql => Prisma.sql`
  SELECT f.locale, f.read_at IS NULL OR f.read_at < now() - interval '1 hour' AS "isUnread",
    (SELECT coalesce(json_agg(m.group_id), '[]') FROM membership m JOIN "group" g ON g.id = m.group_id
      WHERE m.user_id = u.id AND m.role = 'reviewer' AND g.archived_at IS NULL
        AND serves_in_group(m.group_id, m.user_id)) AS "groupIds"
  FROM calendar_feed f JOIN "user" u ON u.id = f.user_id
  WHERE f.hash = ${hash} AND u.disabled_at IS NULL AND NOT u.system AND (NOT u.demo OR ${isEmbedded}::boolean)
    AND NOT (u.totp_confirmed_at IS NULL AND NOT u.demo AND EXISTS (SELECT FROM membership m
      WHERE m.user_id = u.id AND m.role IN ('coordinator', 'admin')))`

/** Meetings of groups, of the last year and to come, called off ones too. */
export const feedMeetings = (groupIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT m.id, m.sequence, m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.place,
    m.cancelled_at IS NOT NULL AS "isCancelled", json_build_object('slug', g.slug, 'name', g.name) AS "group"
  FROM group_meeting m JOIN "group" g ON g.id = m.group_id
  WHERE m.group_id = ANY(${[...groupIds]}::uuid[]) AND m.starts_at > now() - interval '1 year'
  ORDER BY m.starts_at DESC, m.id LIMIT 500`
