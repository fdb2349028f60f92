import { Prisma } from '@/generated/prisma/client'

/**
 * A key `k` with its maker `u` who may still make it: enabled, and coordinator there or administrator. A right that was
 * taken away is also taken from the programs that write with it.
 */
const stillMade = Prisma.sql`u.disabled_at IS NULL AND EXISTS (
  SELECT 1 FROM membership m WHERE m.user_id = u.id
    AND (m.role = 'admin' OR (m.role = 'coordinator' AND m.territory_id = k.territory_id)))`

/** The key with this hash while it opens anything. Demonstration accounts exist on the embedded database only. */
export const liveKey = (hash: string, isEmbedded: boolean): Prisma.Sql => Prisma.sql`
  SELECT k.id, k.name, k.scope::text, k.territory_id AS "territoryId", u.id AS "userId",
    coalesce(k.last_used_at < now() - interval '1 minute', true) AS "isUnseen"
  FROM api_key k JOIN "user" u ON u.id = k.created_by_id
  WHERE k.hash = ${hash} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
    AND ${stillMade} AND (NOT u.demo OR ${isEmbedded}::boolean)`

/** Keys of these territories (null: of all), the living first. */
export const listKeys = (territoryIds: readonly string[] | null): Prisma.Sql => Prisma.sql`
  SELECT k.id, k.name, k.prefix, k.scope::text, t.name AS territory, u.name AS maker, k.created_at AS "createdAt",
    k.last_used_at AS "lastUsedAt", k.expires_at AS "expiresAt",
    CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired'
      WHEN u.id IS NOT NULL AND ${stillMade} THEN 'live' ELSE 'orphaned' END AS state
  FROM api_key k JOIN territory t ON t.id = k.territory_id LEFT JOIN "user" u ON u.id = k.created_by_id
  WHERE ${territoryIds}::uuid[] IS NULL OR k.territory_id = ANY(${territoryIds}::uuid[])
  ORDER BY (k.revoked_at IS NULL AND k.expires_at > now()) DESC, k.created_at DESC LIMIT 200`
