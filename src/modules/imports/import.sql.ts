import { Prisma } from '@/generated/prisma/client'

// Reads the tables: an import must not write again what is here as a draft or an archived record. Only keys come back.
export const knownTies = (
  sourceName: string,
  asked: readonly { key: string; a: number | null; b: number | null }[],
): Prisma.Sql => Prisma.sql`
  WITH asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r(key text, a integer, b integer)
  ), ends AS MATERIALIZED (
    SELECT rp.relation_id, coalesce(rp.place_id, body.place_id) AS place_id
    FROM relation_party rp
    JOIN relation r ON r.id = rp.relation_id AND r.type = 'twinning'
    LEFT JOIN actor body ON body.id = rp.actor_id AND body.kind = 'public_authority'
    WHERE coalesce(rp.place_id, body.place_id) IS NOT NULL
  )
  SELECT asked.key FROM asked JOIN relation r ON r.source_name = ${sourceName} AND r.source_record_id = asked.key
  UNION
  SELECT asked.key FROM asked
  JOIN ends one ON one.place_id = asked.a
  JOIN ends other ON other.relation_id = one.relation_id AND other.place_id = asked.b`
