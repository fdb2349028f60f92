import { expect, test } from 'vitest'
import { discussionFault } from '@/modules/groups/discussion.schema'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour))
const meeting = { startsAt: at(10), endsAt: at(12), isCancelled: false }

test('a group discusses what a round says in a meeting that was held and went on when the round was over', () => {
  for (const overAt of [at(8), at(10), at(11), at(12)])
    expect(discussionFault(meeting, { overAt, now: at(13) })).toBeNull()
})

test('a meeting that was over before the round was, discussed nothing of it', () => {
  expect(discussionFault(meeting, { overAt: at(13), now: at(14) })).toBe('meetingBefore')
  expect(discussionFault({ ...meeting, endsAt: null }, { overAt: at(11), now: at(14) })).toBe('meetingBefore')
})

test('a meeting that is still to come, or was called off, was not held', () => {
  expect(discussionFault(meeting, { overAt: at(8), now: at(9) })).toBe('meetingNotHeld')
  expect(discussionFault({ ...meeting, isCancelled: true }, { overAt: at(8), now: at(13) })).toBe('meetingNotHeld')
})
