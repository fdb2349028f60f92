import { z } from 'zod'
import {
  likenessOf,
  type LikenessPart,
  type LikenessReason,
  type Profile,
  profileRow,
  reasonsOf,
  type Shares,
  sharesOf,
} from '@/modules/adoption/likeness.schema'
import { practiceThemes, profiles } from '@/modules/adoption/likeness.sql'
import { findTransfersOfTerritory } from '@/modules/adoption/transfer.queries'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { profilesInMemory } from '@/modules/census/profile.queries'
import { findTerritories, territoryIdsWithin } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'
import { askBriefly } from '@/platform/patience'

type LikeTerritory = {
  id: string
  slug: string
  name: string
  isSameLevel: boolean
  share: number
  reasons: LikenessReason[]
}

const mostAlike = 4

/** What it is worth, in milliseconds of the database; a register that takes longer goes without. */
const patience = 1_000

const themeRow = z.object({ territoryId: z.string(), theme: z.string(), count: z.number() })

/** What each territory is like, by id; null where it cannot be counted in time. */
export async function findProfiles(): Promise<ReadonlyMap<string, Profile> | null> {
  const [known, themes] = await Promise.all([
    countedProfiles(),
    db.$queryRaw<unknown[]>(practiceThemes).then((rows) => z.array(themeRow).parse(rows)),
  ])
  if (known === null) return null
  const found = new Map(known)
  for (const { territoryId, theme, count } of themes) {
    const profile = found.get(territoryId)
    found.set(territoryId, {
      ...profile,
      theme: { ...profile?.theme, [theme]: (profile?.theme?.[theme] ?? 0) + count },
    })
  }
  return found
}

/** By their actors and relations; from memory, else from the database, where it is given up after a second. */
async function countedProfiles(): Promise<ReadonlyMap<string, Profile> | null> {
  const { rows: tree } = await findTerritories({}, { locale: 'en' })
  const inMemory = await profilesInMemory(tree)
  if (inMemory !== null) return inMemory
  const answer = await askBriefly(profiles, patience)
  if (answer === null) return null
  const rows = z.array(profileRow).parse(answer)
  const byTerritory = new Map<string, Partial<Record<LikenessPart, Readonly<Record<string, number>>>>>()
  for (const { territoryId, part, counts } of rows)
    byTerritory.set(territoryId, { ...byTerritory.get(territoryId), [part]: counts })
  return byTerritory
}

/** The same as shares, to be compared with each other; they hold as long as nothing public changes. */
const findShares = (): Promise<ReadonlyMap<string, Shares> | null> =>
  keptPerVersion('territory-shares', async () => {
    const found = await findProfiles()
    return found && new Map(Array.from(found, ([id, profile]) => [id, sharesOf(profile)]))
  })

/**
 * The territories most like one by their profile, the likest first; none of those it lies in or that lie in it, which
 * share its records. Empty where too little is known, null where the register is too large to be compared in time.
 */
export async function findLikeTerritories(
  { id, slug }: { id: string; slug: string },
  locale: string,
): Promise<LikeTerritory[] | null> {
  const shares = await findShares()
  if (shares === null) return null
  const own = shares.get(id)
  if (own === undefined) return []
  const [{ rows }, inside] = await Promise.all([findTerritories({}, { locale }), territoryIdsWithin(slug)])
  const parents = new Map(rows.map((row) => [row.id, row.parentId]))
  const above = new Set<string>()
  for (let at = parents.get(id) ?? null; at !== null && !above.has(at); at = parents.get(at) ?? null) above.add(at)
  const level = rows.find((row) => row.id === id)?.level
  return rows
    .filter((row) => !inside.includes(row.id) && !above.has(row.id))
    .flatMap((row) => {
      const other = shares.get(row.id)
      const share = other && likenessOf(own, other)
      return other === undefined || typeof share !== 'number' ? [] : [{ row, other, share }]
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, mostAlike)
    .map(({ row, other, share }) => ({
      ...{ id: row.id, slug: row.slug, name: row.name, isSameLevel: row.level === level },
      ...{ share, reasons: reasonsOf(own, other) },
    }))
}

/** What territories like one adopted and it has not taken up: each practice once. */
export async function findAdoptedByLike(
  territory: { id: string; slug: string },
  like: readonly LikeTerritory[],
  locale: string,
): Promise<ShownTransfer[]> {
  const own = await findTransfersOfTerritory(territory, locale)
  const known = new Set(own.in.map(({ practice }) => practice.id))
  const adopted = await Promise.all(like.map((one) => findTransfersOfTerritory(one, locale)))
  const first = new Map<string, ShownTransfer>()
  for (const transfer of adopted.flatMap((one) => one.in)) {
    const { practice, state } = transfer
    const isNew = state === 'adopted' && practice.home?.id !== territory.id && !known.has(practice.id)
    if (isNew && !first.has(practice.id)) first.set(practice.id, transfer)
  }
  return [...first.values()].slice(0, 6)
}
