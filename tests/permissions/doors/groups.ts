import { newId } from '@/core/id'
import { db } from '@/platform/db'
import type { Door } from '../door'
import { places } from '../matrix'
import type { GroupPlace } from '../telling-words'
import type { Planted, World } from '../world'

const people = '0XRECA'
const path = (place: GroupPlace, rest = '') => `/it/desk/group/gruppo-${place}${rest}`

/** A page of a group: in the own territory for `may`, in another one for administrators alone, and nobody else knows of it. */
const page = (
  rest: string,
  may: string,
  at: (world: World, place: GroupPlace) => string = (_, place) => path(place, rest),
): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `page /[locale]/desk/group/[slug]${rest}`,
    case: `${place} territory`,
    may: place === 'own' ? may : 'A',
    ...(place === 'other' && { unseenBy: 'REC' }),
    who: people,
    at: (world) => at(world, place),
  }))

/** A deed on a group: for whoever keeps it. Who may not read it is told that it is not there. */
const deed = (
  name: string,
  sends: (group: World['groups'][GroupPlace], world: World) => Record<string, string> | Promise<Record<string, string>>,
): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `action groups/${name}`,
    case: `${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0X' : '0XREC',
    who: people,
    sends: (world) => sends(world.groups[place], world),
  }))

/** A member made for one knock. */
async function memberOf(groupId: string): Promise<string> {
  const id = newId()
  const membership = { id: newId(), role: 'reviewer' as const, groupId }
  await db.user.create({
    data: { id, email: `zzmember${id}@example.eu`, name: 'Somebody', memberships: { create: membership } },
  })
  return id
}

/** A meeting made for one knock. */
async function meetingOf(groupId: string): Promise<string> {
  const id = newId()
  await db.groupMeeting.create({ data: { id, groupId, startsAt: new Date('2099-06-01T10:00:00Z') } })
  return id
}

/** A group made for one knock, over when it is to be restored. */
async function groupIn(territoryId: string, isArchived = false) {
  const id = newId()
  const name = { original: 'it', texts: { it: { value: 'Gruppo', machine: false } } }
  const over = isArchived ? { archivedAt: new Date(), archiveReason: 'Finito' } : {}
  await db.group.create({ data: { id, slug: `gruppo-${id}`, territoryId, name, ...over } })
  return { id, version: '1' }
}

/** A deed on a group that its knocker sits in no more than anybody else. */
const lifeDeed = (name: 'archiveGroupHere' | 'restoreGroupHere'): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `action groups/group.actions#${name}`,
    case: `${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0XR' : '0XREC',
    who: people,
    sends: async ({ territoryOf }) => ({
      ...(await groupIn(territoryOf[place]?.id ?? '', name === 'restoreGroupHere')),
      ...(name === 'archiveGroupHere' && { reason: 'Finito' }),
    }),
  }))

const ofMeeting = (rest: string, may: string): Door[] =>
  page(`/meetings/[id]${rest}`, may, ({ groups }, place) => path(place, `/meetings/${groups[place].meetingId}${rest}`))

/** A door for programs on a meeting: a key reads as a visitor, for whom there is none. */
const program = (name: string, rest: string, may: string, sent?: Record<string, string>): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `route ${name}`,
    case: `${place} territory`,
    may: place === 'own' ? may : 'A',
    unseenBy: place === 'own' ? '0XKW' : '0XKWREC',
    at: ({ groups }) => `/api/groups/meetings/${groups[place].meetingId}${rest}`,
    ...(sent !== undefined && { sends: () => sent, as: 'form' as const }),
  }))

const makes = (place: GroupPlace): Door => ({
  door: 'action groups/group.actions#sendNewGroup',
  case: `${place} territory`,
  may: place === 'own' ? 'CA' : 'A',
  who: people,
  sends: ({ territoryOf }) => ({ territoryId: territoryOf[place]?.id ?? '', original: 'it', 'name.it': 'Nuovo' }),
})

/** A practice as the group of the own territory reads it. */
const judged = (situation: string, may: string, unseenBy: string, practice: (world: World) => Planted): Door => ({
  door: 'page /[locale]/desk/group/[slug]/practices/[practice]',
  case: situation,
  may,
  unseenBy,
  who: people,
  at: (world) => path('own', `/practices/${practice(world).slug}`),
})

/** The deeds of an offer: for the coordinator of the practice. */
const offer = (name: string): Door[] =>
  places.map((place) => ({
    door: `action groups/offer.actions#${name}`,
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0X' : '0XREC',
    who: people,
    sends: async (world) => ({
      practiceId: (await world.fresh('practice', place, 'submitted')).id,
      groupId: world.groups[place === 'own' ? 'other' : 'own'].id,
    }),
  }))

export const doors: readonly Door[] = [
  judged('own, handed in', 'RECA', '', ({ practices }) => practices.own.submitted),
  judged('own, a draft', 'ECA', 'R', ({ practices }) => practices.own.draft),
  judged('offered to it', 'RCA', 'E', ({ offered }) => offered),
  judged('of another territory, not offered', '', 'RECA', ({ practices }) => practices.other.submitted),
  {
    door: 'page /[locale]/desk/group/[slug]/practices/[practice]',
    case: 'on the page of another group',
    ...{ may: 'A', unseenBy: 'REC', who: people },
    at: ({ offered }) => path('other', `/practices/${offered.slug}`),
  },
  ...offer('offerPracticeHere'),
  ...offer('withdrawOfferHere'),
  { door: 'page /[locale]/desk/group', may: 'RECA', who: people },
  { door: 'page /[locale]/desk/group/new', may: 'CA', who: people },
  ...page('', 'RECA'),
  ...page('/settings', 'CA'),
  ...page('/members/new', 'CA'),
  ...page('/members/[id]', 'CA', ({ groups }, place) => path(place, `/members/${groups[place].memberId}`)),
  makes('own'),
  makes('other'),
  ...deed('group.actions#sendNewMember', ({ id }) => ({
    ...{ groupId: id, locale: 'it', email: `zzinvited${newId()}@example.eu` },
  })),
  ...deed('group.actions#sendMember', async ({ id }) => ({ groupId: id, userId: await memberOf(id) })),
  ...deed('group.actions#removeMemberHere', async ({ id }) => ({ groupId: id, userId: await memberOf(id) })),
  ...lifeDeed('archiveGroupHere'),
  ...lifeDeed('restoreGroupHere'),
  ...page('/meetings/new', 'CA'),
  ...ofMeeting('', 'RECA'),
  ...ofMeeting('/edit', 'CA'),
  ...ofMeeting('/record', 'CA'),
  ...page('/meetings/[id]/decisions/[decision]', 'CA', ({ groups }, place) => {
    const { meetingId, decisionId } = groups[place]
    return path(place, `/meetings/${meetingId}/decisions/${decisionId}`)
  }),
  ...deed('meeting.actions#sendMeeting', ({ id }) => ({
    ...{ groupId: id, day: '2099-05-02', from: '10:00', language: 'it' },
  })),
  ...deed('meeting.actions#cancelMeetingHere', async ({ id }) => ({ id: await meetingOf(id), version: '1' })),
  ...deed('meeting.actions#sendAttendance', ({ meetingId, memberId }) => ({
    ...{ id: meetingId, 'rows.0.userId': memberId, 'rows.0.state': 'present' },
  })),
  ...deed('meeting.actions#sendMinutes', async ({ id }) => ({
    ...{ id: await meetingOf(id), version: '1', language: 'it', minutes: 'Verbale' },
  })),
  ...deed('meeting.actions#sendDecision', ({ meetingId, memberId }) => ({
    ...{ id: meetingId, language: 'it', decidedOn: '2026-05-02', text: 'Decisione', 'present[]': memberId },
  })),
  {
    door: 'route GET /api/groups/calendar/:token/meetings.ics',
    case: 'an address that is nobody’s',
    may: '',
    denied: 'hidden',
    at: () => `/api/groups/calendar/${'A'.repeat(22)}/meetings.ics`,
    why: 'Whoever has an address has its right: doors/groups.db.test.ts.',
  },
  {
    door: 'action groups/feed.actions#makeFeedHere',
    may: 'R',
    who: people,
    why: 'Whoever sits in a group.',
  },
  { door: 'action groups/feed.actions#stopFeedHere', may: 'RECA', who: people },
  ...program('GET /api/groups/meetings/:id/calendar.ics', '/calendar.ics', 'RECA'),
  ...program('POST /api/groups/meetings/:id/minutes', '/minutes', 'CA', { language: 'it', minutes: 'Bozza' }),
  ...(['own', 'other'] as const).map((place): Door => ({
    door: 'route GET /api/groups/:key/candidates',
    case: `${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0XKW' : '0XKWREC',
    at: ({ groups }) => `/api/groups/${groups[place].id}/candidates?q=a`,
  })),
  ...(['planned', 'moved', 'cancelled', 'reminder'] as const).map((name) => ({
    door: `mail groups.${name}`,
    may: '',
    why: 'To the members of the group alone.',
  })),
  // The last of them: what the form sends comes back to whoever sent it, so it may not hold the name that betrays.
  ...deed('group.actions#sendGroup', async ({ id }) => {
    const { version } = await db.group.findUniqueOrThrow({ where: { id } })
    return { id, version: String(version), original: 'it', 'name.it': 'Gruppo rinominato' }
  }),
]
