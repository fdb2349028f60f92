import { Prisma } from '@/generated/prisma/client'
import type { Filter } from '@/modules/taxonomy/filter.schema'

/** Months since the last confirmation, as the seal counts them (core/curated, freshnessOf). */
export const freshness = (verifiedAt: Prisma.Sql, verified: NonNullable<Filter['verified']>): Prisma.Sql => {
  const today = Prisma.sql`now() AT TIME ZONE 'UTC'`
  const then = Prisma.sql`${verifiedAt} AT TIME ZONE 'UTC'`
  const months = Prisma.sql`((date_part('year', ${today}) - date_part('year', ${then})) * 12 + date_part('month', ${today}) - date_part('month', ${then}))`
  switch (verified) {
    case 'never':
      return Prisma.sql`${verifiedAt} IS NULL`
    case 'fresh':
      return Prisma.sql`${months} <= 12`
    case 'ageing':
      return Prisma.sql`${months} > 12 AND ${months} <= 36`
    case 'old':
      return Prisma.sql`${months} > 36`
  }
}
