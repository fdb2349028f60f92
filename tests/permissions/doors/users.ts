import { newId } from '@/core/id'
import { invitationPurpose } from '@/modules/accounts/invitation.schema'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import type { Door } from '../door'
import type { Place } from '../matrix'
import type { World } from '../world'

const people = '0XRECA'

/** An editor of the own or the other territory, made for one knock. */
async function editorIn(place: Place, { territoryOf }: World) {
  const id = newId()
  const membershipId = newId()
  const membership = { id: membershipId, role: 'editor' as const, territoryId: territoryOf[place]?.id ?? null }
  const email = `zzuser${id}@example.eu`
  await db.user.create({ data: { id, email, name: 'Somebody', memberships: { create: membership } } })
  return { userId: id, membershipId }
}

async function invitationIn(place: Place, { territoryOf }: World): Promise<string> {
  const id = newId()
  const data = { id, email: `zzinvited${id}@example.eu`, role: 'editor' as const, locale: 'it' }
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db.invitation.create({ data: { ...data, territoryId: territoryOf[place]?.id ?? null, expiresAt } })
  return id
}

const linkOf = async (world: World): Promise<string> => {
  const invitationId = await invitationIn('own', world)
  const wanted = { purpose: invitationPurpose, subject: { invitationId }, locale: 'it', minutes: 30 }
  return issueToken(db, { ...wanted, email: `zzinvited${invitationId}@example.eu` })
}

/** A deed on one user: in the own territory coordinators and administrators, elsewhere administrators alone. */
const onUser = (name: string, sends: Sends = () => Promise.resolve({})): Door[] => [
  {
    door: `action accounts/user.actions#${name}`,
    case: 'an editor of the own territory',
    may: 'CA',
    who: people,
    sends: async (world) => sends(await editorIn('own', world), world),
  },
  {
    door: `action accounts/user.actions#${name}`,
    case: 'an editor of another territory',
    may: 'A',
    unseenBy: 'C',
    who: people,
    sends: async (world) => sends(await editorIn('other', world), world),
  },
]
type Sends = (user: { userId: string; membershipId: string }, world: World) => Promise<Record<string, string>>
const which: Sends = ({ userId }) => Promise.resolve({ userId })

const onInvitation = (name: string): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door: `action accounts/invitation.actions#${name}`,
    case: `to the ${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    ...(place === 'other' && { unseenBy: 'C' }),
    who: people,
    sends: async (world) => ({ id: await invitationIn(place, world) }),
  }))

const invitesTo = (place: string, may: string, as: (world: World) => string): Door => ({
  door: 'action accounts/invitation.actions#inviteHere',
  case: place,
  may,
  who: people,
  sends: (world) => ({ email: `zzinvited${newId()}@example.eu`, as: as(world), locale: 'it' }),
})

export const doors: readonly Door[] = [
  { door: 'page /[locale]/admin/users', may: 'CA', who: people },
  { door: 'page /[locale]/admin/invitations', may: 'CA', who: people },
  {
    door: 'page /[locale]/admin/users/[id]',
    case: 'nobody',
    may: '',
    unseenBy: 'CA',
    who: people,
    at: () => `/it/admin/users/${newId()}`,
  },
  ...onUser('giveRoleHere', ({ userId }, { groupId }) => Promise.resolve({ userId, as: `reviewer:${groupId}` })),
  ...onUser('takeRoleHere', (user) => Promise.resolve(user)),
  ...onUser('disableUserHere', which),
  ...onUser('enableUserHere', which),
  ...onUser('startResetHere', which),
  ...onUser('endSessionsHere', which),
  ...onUser('takeSecondFactorHere', which),
  invitesTo('editor of the own territory', 'CA', ({ territoryOf }) => `editor:${territoryOf.own?.id ?? ''}`),
  invitesTo('reviewer of the own territory', 'CA', ({ groupId }) => `reviewer:${groupId}`),
  invitesTo('coordinator of the own territory', 'A', ({ territoryOf }) => `coordinator:${territoryOf.own?.id ?? ''}`),
  invitesTo('editor of another territory', 'A', ({ territoryOf }) => `editor:${territoryOf.other?.id ?? ''}`),
  invitesTo('administrator', 'A', () => 'admin'),
  ...onInvitation('resendInvitationHere'),
  ...onInvitation('revokeInvitationHere'),
  {
    door: 'page /[locale]/invitation/[token]',
    case: 'a link of nobody',
    may: '',
    denied: 'hidden',
    who: people,
    at: () => `/it/invitation/${'x'.repeat(22)}`,
  },
  {
    door: 'action accounts/invitation.actions#acceptInvitationHere',
    may: people,
    who: people,
    sends: async (world) => ({ token: await linkOf(world), name: 'Somebody' }),
    why: 'The link is the right.',
  },
  {
    door: 'action accounts/invitation.actions#acceptForOwnAccountHere',
    case: 'an invitation of somebody else',
    may: '',
    who: people,
    sends: async (world) => ({ token: await linkOf(world) }),
  },
  {
    door: 'action accounts/invitation.actions#renewInvitationHere',
    may: people,
    who: people,
    sends: async (world) => ({ token: await linkOf(world) }),
    why: 'The answer goes to the address of the link.',
  },
  { door: 'mail accounts.invitation', may: '', why: 'To the invited address alone.' },
]
