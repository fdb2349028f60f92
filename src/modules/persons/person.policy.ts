import type { Viewer } from '@/core/viewer'

type Curated = { territoryId: string | null }

/** 5-permissions, fields: the entries of an actor, with address and phone, are for those who curate it. */
export const canReadPersons = (viewer: Viewer | null, actor: Curated): viewer is Viewer =>
  viewer !== null && viewer.can('editor', actor.territoryId)

export const canEditPersons = canReadPersons

/** Export of lists with contact persons: the coordinator of a territory for its own, an administrator for all. */
export const canExportPersons = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.memberships.some(({ role }) => role === 'coordinator'))

/** Whoever acts on an entry: somebody with an account, or the person, by a link that came to their address. */
export type Asker = { viewer: Viewer | null } | { email: string }

const isOwn = (asker: Asker, person: { email: string | null }): boolean =>
  'email' in asker && asker.email !== '' && person.email?.toLowerCase() === asker.email.toLowerCase()

/** See, correct, object: the person alone, for their own entry. */
export const canActAsPerson = isOwn

/** Erase or hide for good: the person, or who answers a request of theirs. */
export const canErasePerson = (asker: Asker, person: { email: string | null; actor: Curated }): boolean =>
  'viewer' in asker
    ? asker.viewer !== null && asker.viewer.can('coordinator', person.actor.territoryId)
    : isOwn(asker, person)
