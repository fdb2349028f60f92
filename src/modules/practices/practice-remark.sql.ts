import { Prisma } from '@/generated/prisma/client'

/** How many remarks of reviewers wait for an answer, by practice; practices without any are left out. */
export const countUnanswered = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT practice_id AS "practiceId", count(*)::int AS count FROM review_remark
  WHERE practice_id = ANY(${[...ids]}::uuid[]) AND answer_id IS NULL GROUP BY practice_id`
