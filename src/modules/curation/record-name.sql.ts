import { Prisma } from '@/generated/prisma/client'

/** The original label of an actor. */
export const actorName = (id: Prisma.Sql) =>
  Prisma.sql`(SELECT n.value FROM actor_name n WHERE n.actor_id = ${id} AND n.kind = 'label' AND n.is_original)`

/** A relation `r` is called by its title, else by its first three ends. */
export const relationName = Prisma.sql`
  coalesce(r.title -> 'texts' -> (r.title ->> 'original') ->> 'value', (
    SELECT string_agg(ends.name, ' – ' ORDER BY ends.position) FROM (
      SELECT rp.position, coalesce(${actorName(Prisma.sql`rp.actor_id`)}, p.name, rp.place_name, rp.country) AS name
      FROM relation_party rp LEFT JOIN place p ON p.id = rp.place_id
      WHERE rp.relation_id = r.id ORDER BY rp.position LIMIT 3) AS ends), '')`
