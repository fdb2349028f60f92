import { localized } from '@/core/localized'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const nameSchema = localized(200)

type TerritoryName = {
  id: string
  slug: string
  country: string
  names: { language: string; value: string }[]
}

/** Every territory with its names in all languages, for comparing in memory: there are dozens, never thousands. */
export async function territoryNames(): Promise<TerritoryName[]> {
  return keptPerVersion('territory-names', async () => {
    const rows = await db.territory.findMany({
      select: { id: true, slug: true, country: true, name: true },
      orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
    })
    return rows.map(({ name, ...rest }) => ({
      ...rest,
      names: Object.entries(nameSchema.parse(name).texts).flatMap(([language, text]) =>
        text === undefined ? [] : [{ language, value: text.value }],
      ),
    }))
  })
}
