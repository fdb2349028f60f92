import { plantSentReview } from '@tests/builders/sent-review'
import { plantRound } from '@tests/builders/round'
import { type GroupPlace, reasonCanary, reviewCanary, roundCanary } from './telling-words'

/** `sentId`: a review that somebody has sent, and is changing. */
export type PlantedRound = Awaited<ReturnType<typeof plantRound>> & { sentId: string }

/** In each of these groups a round that is open, on a public practice of its territory, with words that betray it. */
export async function plantRounds(
  groups: Record<GroupPlace, { id: string; memberId: string }>,
  practices: Record<GroupPlace, { public: { id: string } }>,
): Promise<Record<GroupPlace, PlantedRound>> {
  const openIn = async (place: GroupPlace) => {
    const round = await plantRound({
      ...{ groupId: groups[place].id, practiceId: practices[place].public.id, reviewerId: groups[place].memberId },
      ...{ word: roundCanary(place), reason: reasonCanary(place) },
    })
    return { ...round, sentId: await plantSentReview(round, reviewCanary(place)) }
  }
  return { own: await openIn('own'), other: await openIn('other') }
}
