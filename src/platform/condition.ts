import { Prisma } from '@/generated/prisma/client'

/** Conditions joined by AND; TRUE when there are none. */
export const all = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ')
