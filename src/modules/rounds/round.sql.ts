import { Prisma } from '@/generated/prisma/client'

// Whether a round is open is asked by the clock of the database, after waiting for whoever closes it.
const isOpen = Prisma.sql`closed_at IS NULL AND annulled_at IS NULL AND closes_at > clock_timestamp()`

/** The round if it is open, held open until the transaction ends: nobody closes it meanwhile. */
export const holdOpenRound = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM review_round WHERE id = ${id}::uuid AND ${isOpen} FOR SHARE`

/** The round if it is open, for whoever changes it: everybody else waits. */
export const takeOpenRound = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM review_round WHERE id = ${id}::uuid AND ${isOpen} FOR UPDATE`

/** One round of a group is opened after the other. */
export const takeGroup = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM "group" WHERE id = ${id}::uuid FOR UPDATE`

/** Practices, and whether they were offered to a group, that are not moved along their life until the transaction ends. */
export const holdPractices = (ids: readonly string[], groupId: string): Prisma.Sql => Prisma.sql`
  SELECT id, version, status::text, visibility::text, territory_id AS "territoryId",
    EXISTS (
      SELECT FROM practice_offer o WHERE o.practice_id = p.id AND o.group_id = ${groupId}::uuid
    ) AS "isOffered"
  FROM practice p WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR SHARE OF p`
