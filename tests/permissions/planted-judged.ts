import { plantJudgement } from '@tests/builders/planted-judgement'
import { type GroupPlace, judgedCanary, reviewerCanary } from './telling-words'

export type Judgement = Awaited<ReturnType<typeof plantJudgement>>

/** A round of a group that is over, full of the words that betray what was said, and by whom. */
export const plantJudged = (
  place: GroupPlace,
  { id: groupId }: { id: string },
  { id: practiceId }: { id: string },
): Promise<Judgement> =>
  plantJudgement({ groupId, practiceId, canary: judgedCanary(place), who: `Membro ${reviewerCanary(place)}` })
