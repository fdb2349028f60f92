import { z } from 'zod'
import { inLanguage, localized } from '@/core/localized'
import { keptPerVersion } from '@/platform/list'
import { db } from '@/platform/db'

const row = z.object({ slug: z.string(), name: localized(200) })

/** All territories by name, for a filter. */
export async function findTerritoryChoices(locale: string): Promise<{ slug: string; name: string }[]> {
  return keptPerVersion(`territory-choices ${locale}`, async () => {
    const rows = await db.territory.findMany({ select: { slug: true, name: true } })
    return rows
      .map((raw) => row.parse(raw))
      .map(({ slug, name }) => ({ slug, name: inLanguage(name, locale).value }))
      .sort((a, b) => a.name.localeCompare(b.name, locale))
  })
}
