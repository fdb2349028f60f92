// Words and points of the world that betray what they stand in.
import type { Place } from './matrix'

/** In fields that only E(t), C(t) and A read, of records that everybody reads. */
export const innerCanary = (place: Place) => `zzinner${place}`

/** In changes that wait for a coordinator. */
export const pendingCanary = (place: Place) => `zzpending${place}`

/** In the log, of what was done in a place by somebody else. */
export const logCanary = (place: Place) => `zzlog${place}`

export type GroupPlace = Exclude<Place, 'commons'>

/** In what a group keeps for itself. */
export const groupCanary = (place: GroupPlace) => `zzgroup${place}`

/** In what was said in a round of a group that is over. */
export const judgedCanary = (place: GroupPlace) => `zzjudged${place}`

/** In the name of who said it. */
export const reviewerCanary = (place: GroupPlace) => `zzreviewer${place}`
/** In what a reviewer wrote in a round that is open. */
export const reviewCanary = (place: GroupPlace) => `zzreview${place}`

/** True points; everybody else reads two decimals. */
export const truePoint: Record<Place, { longitude: number; latitude: number }> = {
  own: { longitude: 10.631234, latitude: 44.701234 },
  other: { longitude: 10.641345, latitude: 44.711345 },
  commons: { longitude: 10.651456, latitude: 44.721456 },
}

/** In what a round says to those who read its group. */
export const roundCanary = (place: GroupPlace) => `zzround${place}`

/** In reasons of reviewers, which only whoever keeps the round reads. */
export const reasonCanary = (place: GroupPlace) => `zzreason${place}`
