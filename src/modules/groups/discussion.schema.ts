type Meeting = { startsAt: Date; endsAt: Date | null; isCancelled: boolean }

/**
 * Why a group cannot have discussed in this meeting what a round that is over says of a practice: it was not held, or was
 * over before the round was. Null where nothing speaks against it.
 */
export function discussionFault(
  { startsAt, endsAt, isCancelled }: Meeting,
  { overAt, now }: { overAt: Date; now: Date },
): 'meetingNotHeld' | 'meetingBefore' | null {
  if (isCancelled || startsAt > now) return 'meetingNotHeld'
  return (endsAt ?? startsAt) < overAt ? 'meetingBefore' : null
}
