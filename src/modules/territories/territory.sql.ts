import { Prisma } from '@/generated/prisma/client'

/** A territory and everything below it, by slug. */
export const idsWithin = (slug: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE within AS (
    SELECT id FROM territory WHERE slug = ${slug}
    UNION SELECT t.id FROM territory t JOIN within ON t.parent_id = within.id
  ) SELECT id FROM within`

/** What has a home by its true point, with the home it has. Homes set by hand stay. */
export const actorsWithPoint: Prisma.Sql = Prisma.sql`
  SELECT id, longitude, latitude, home_territory_id AS home
  FROM actor WHERE longitude IS NOT NULL AND NOT home_set_by_hand`

export const placePartiesWithPoint: Prisma.Sql = Prisma.sql`
  SELECT rp.relation_id, rp.position, rp.home_territory_id AS home,
    coalesce(p.longitude, rp.longitude) AS longitude, coalesce(p.latitude, rp.latitude) AS latitude
  FROM relation_party rp LEFT JOIN place p ON p.id = rp.place_id
  WHERE rp.actor_id IS NULL AND coalesce(p.longitude, rp.longitude) IS NOT NULL`
