import { cache } from 'react'
import { found } from '@/core/found'
import { getTerritory } from '@/modules/territories/territory.queries'

/** The territory of this page, asked for once a request. Slugs of territories never change. */
export const territoryFound = cache(async (slug: string, locale: string) =>
  found(
    slug,
    (asked) => getTerritory(asked, locale),
    async () => null,
  ),
)
