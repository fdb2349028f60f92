import { Prisma } from '@/generated/prisma/client'

/** Practices that share most by the index alone; the rest is asked of these only. */
const mostRanked = 24
/** Of a practice's own traits as many lead to others, the rarest first. */
const mostTraits = 40
/** Of one theme, sector or keyword so many practices are looked at, those recorded last. */
const mostHolders = 500
/** A word that more practices say is no likeness. */
const mostSaying = 500

/**
 * Public practices that share traits with one (docs/decisions/047), those that share most first: every row with the
 * traits themselves (`#` theme, `/` sector, `=` keyword, a word), how rare they are together, its keywords, its kind of
 * organisation in charge and that of the one (`ownKind`). Reads a bounded part of the index, however many there are.
 */
export const sharingTraits = (id: string): Prisma.Sql => Prisma.sql`
  WITH telling AS MATERIALIZED (
    SELECT t.trait, few.held, CASE left(t.trait, 1) WHEN '#' THEN 3 ELSE 2 END AS weight
    FROM practice_trait t CROSS JOIN LATERAL (
      SELECT count(*)::int AS held FROM (SELECT FROM practice_trait o WHERE o.trait = t.trait LIMIT ${mostHolders}) AS counted
    ) AS few
    WHERE t.practice_id = ${id}::uuid AND few.held > 1 AND (few.held <= ${mostSaying} OR t.trait !~ '^[a-z]')
    ORDER BY few.held, t.trait LIMIT ${mostTraits}
  ), candidate AS MATERIALIZED (
    SELECT o.practice_id AS id, sum(m.weight) AS points, sum(1::float8 / m.held) AS rarity
    FROM telling m CROSS JOIN LATERAL (
      SELECT o.practice_id FROM practice_trait o WHERE o.trait = m.trait ORDER BY o.practice_id DESC LIMIT ${mostHolders}
    ) AS o
    WHERE o.practice_id <> ${id}::uuid
    GROUP BY o.practice_id ORDER BY points DESC, rarity DESC, o.practice_id DESC LIMIT ${mostRanked}
  )
  SELECT p.id, p.keywords, c.rarity, k.kind::text AS kind,
    (SELECT a.kind::text FROM public_practice o JOIN actor a ON a.id = o.in_charge_id WHERE o.id = ${id}::uuid) AS "ownKind",
    ARRAY(SELECT t.trait FROM telling m JOIN practice_trait t ON t.trait = m.trait AND t.practice_id = c.id) AS traits
  FROM candidate c JOIN public_practice p ON p.id = c.id LEFT JOIN actor k ON k.id = p.in_charge_id`
