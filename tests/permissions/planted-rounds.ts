import { plantRound } from '@tests/builders/round'
import { type GroupPlace, reasonCanary, roundCanary } from './telling-words'

export type PlantedRound = Awaited<ReturnType<typeof plantRound>>

/** In each of these groups a round that is open, on a public practice of its territory, with words that betray it. */
export async function plantRounds(
  groups: Record<GroupPlace, { id: string; memberId: string }>,
  practices: Record<GroupPlace, { public: { id: string } }>,
): Promise<Record<GroupPlace, PlantedRound>> {
  const openIn = (place: GroupPlace) =>
    plantRound({
      ...{ groupId: groups[place].id, practiceId: practices[place].public.id, reviewerId: groups[place].memberId },
      ...{ word: roundCanary(place), reason: reasonCanary(place) },
    })
  return { own: await openIn('own'), other: await openIn('other') }
}
