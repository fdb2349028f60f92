import { breathing } from '@/core/breath'
import { currentAtlas } from '@/modules/census/atlas.queries'
import { type Atlas, partsOf } from '@/modules/census/atlas.schema'
import { countAll } from '@/modules/census/profile-count.queries'
import { ProfileCounts, type ProfilePart, profileParts, type TreeNode } from '@/modules/census/profile.schema'

/** How often each value of each part occurs in a territory: those that do. */
type CountedProfile = Partial<Record<ProfilePart, Record<string, number>>>

/**
 * What the territories of a tree are like, by id: kinds and sectors of their public actors; types, themes and countries
 * (but their own) of the international relations of these; each with all within it, without what is invented for
 * demonstration. From memory; null when the database must be asked. Every record is looked at the first time, with
 * breaths; later only what changed.
 */
export async function profilesInMemory(tree: readonly TreeNode[]): Promise<Map<string, CountedProfile> | null> {
  const atlas = await currentAtlas()
  if (atlas === null) return null
  const profiles = atlas.profiles?.isOf(tree) === true ? atlas.profiles : begin(atlas, tree)
  await profiles.ready
  // As of now, and still this one: meanwhile all may have been read anew.
  const now = await currentAtlas()
  return now?.profiles === profiles ? named(now, profiles) : null
}

function begin(atlas: Atlas, tree: readonly TreeNode[]): ProfileCounts {
  const profiles = new ProfileCounts(tree)
  atlas.profiles = profiles
  profiles.ready = breathing(countAll(atlas, profiles))
  return profiles
}

function named({ actors, relations }: Atlas, { tree, sums }: ProfileCounts): Map<string, CountedProfile> {
  const first = (texts: readonly string[]) => texts.map((text) => partsOf(text)[0] ?? '')
  const names: Record<ProfilePart, readonly string[]> = {
    kind: first(actors.kinds.texts),
    sector: actors.sectorLists.codes.texts,
    type: first(relations.facts.texts),
    theme: relations.themeLists.codes.texts,
    country: relations.countryLists.codes.texts,
  }
  return new Map(
    tree.map(({ id, country }, place) => {
      const profile: CountedProfile = {}
      for (const part of profileParts) {
        const counts: Record<string, number> = {}
        const own = sums[part].of(place)
        for (let number = 0; number < own.length; number++) {
          const count = own[number] ?? 0
          const name = count === 0 ? '' : (names[part][number] ?? '')
          if (count > 0 && !(part === 'country' && name === country)) counts[name] = (counts[name] ?? 0) + count
        }
        if (Object.keys(counts).length > 0) profile[part] = counts
      }
      return [id, profile]
    }),
  )
}
