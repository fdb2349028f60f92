import { readersOf } from './curated-doors'
import type { Knocker } from './door'
import { places } from './matrix'
import {
  groupCanary,
  innerCanary,
  logCanary,
  pendingCanary,
  reasonCanary,
  reviewCanary,
  roundCanary,
  judgedCanary,
  reviewerCanary,
  truePoint,
} from './telling-words'
import type { World } from './world'

/** E(t), C(t), A read what lies inside a record; a key that writes is an editor (5-permissions, Fields). */
const innerReaders = (place: string) => (place === 'own' ? 'WECA' : 'A')

/** Words that this knocker may find nowhere, each with what it would betray. */
function hiddenFrom(who: Knocker, world: World): { word: string; betrays: string }[] {
  const records = world.planted
    .filter(({ place, state, kind, readers }) => !(readers ?? readersOf(place, state, kind)).includes(who))
    .map(({ canary, place, state }) => ({ word: canary, betrays: `${state}, ${place}` }))
  const inner = places
    .filter((place) => !innerReaders(place).includes(who))
    .flatMap((place) => [
      { word: innerCanary(place), betrays: `internal notes, ${place}` },
      { word: pendingCanary(place), betrays: `a pending change, ${place}` },
      { word: String(truePoint[place].longitude), betrays: `true longitude, ${place}` },
      { word: String(truePoint[place].latitude), betrays: `true latitude, ${place}` },
    ])
  // User e-mail: own, C(t), A (5-permissions, Fields).
  const mails = [
    ...('CA'.includes(who) ? [] : [{ word: 'zzmailown', betrays: 'e-mail of a user, own' }]),
    ...(who === 'A' ? [] : [{ word: 'zzmailother', betrays: 'e-mail of a user, other' }]),
  ]
  const log = places
    .filter((place) => !(place === 'own' ? 'CA' : 'A').includes(who))
    .map((place) => ({ word: logCanary(place), betrays: `the log, ${place}` }))
  // 5-permissions, group: R reads the own, E and C those of their territory.
  const groups = (['own', 'other'] as const)
    .filter((place) => !(place === 'own' ? 'RECA' : 'A').includes(who))
    .flatMap((place) => [
      { word: groupCanary(place), betrays: `a group, ${place}` },
      { word: roundCanary(place), betrays: `a round, ${place}` },
    ])
  // Who judges what, and why somebody does not: C(t), A.
  const reasons = (['own', 'other'] as const)
    .filter((place) => !(place === 'own' ? 'CA' : 'A').includes(who))
    .map((place) => ({ word: reasonCanary(place), betrays: `a reviewer’s reason, ${place}` }))
  // 5-permissions, reviews after the round closes: R of the group, E, C of its territory or of that of the practice.
  const judged = (['own', 'other'] as const)
    .filter((place) => !(place === 'own' ? 'RECA' : 'A').includes(who))
    .map((place) => ({ word: judgedCanary(place), betrays: `a judgement, ${place}` }))
  // Reviewer identity: own, C, A.
  const reviewers = (['own', 'other'] as const)
    .filter((place) => !(place === 'own' ? 'CA' : 'A').includes(who))
    .map((place) => ({ word: reviewerCanary(place), betrays: `who judged, ${place}` }))
  // 5-permissions, reviews of others before the round closes: C of t and A.
  const reviews = (['own', 'other'] as const)
    .filter((place) => !(place === 'own' ? 'CA' : 'A').includes(who))
    .map((place) => ({ word: reviewCanary(place), betrays: `a review, ${place}` }))
  return [...records, ...inner, ...mails, ...log, ...groups, ...reasons, ...judged, ...reviewers, ...reviews]
}

/** What one answer betrays. `asked` is what the knocker wrote himself: its echo betrays nothing. */
export function betrayedIn(bytes: string, who: Knocker, world: World, asked: string): string[] {
  const echoes = asked.split(/[/?&=]/).filter((part) => part.includes('zz'))
  const told = echoes.reduce((text, echo) => text.replaceAll(echo, ''), bytes)
  return hiddenFrom(who, world).flatMap(({ word, betrays }) => (told.includes(word) ? [betrays] : []))
}
