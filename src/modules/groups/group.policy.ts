import type { Viewer } from '@/core/viewer'

type Group = { id: string; territoryId: string }

/**
 * 5-permissions, group: members, rounds, meetings, decision. Reviewers read their own, editors that of their territory; a
 * program with a key reads as a visitor.
 */
export const canReadGroup = (viewer: Viewer | null, { id, territoryId }: Group): viewer is Viewer =>
  viewer !== null && viewer.apiKeyId === null && (viewer.can('editor', territoryId) || isMember(viewer, { id }))

/** Does the viewer sit in this group now? The term of office was judged when the session was read. */
export const isMember = (viewer: Viewer, { id }: Pick<Group, 'id'>): boolean =>
  viewer.memberships.some(({ role, groupId }) => role === 'reviewer' && groupId === id)

/** Make a group, invite and remove its members, plan its meetings, keep its minutes and decisions. */
export const canKeepGroup = (viewer: Viewer | null, { territoryId }: Pick<Group, 'territoryId'>): viewer is Viewer =>
  viewer !== null && viewer.can('coordinator', territoryId)

/** Is there a territory in which the viewer may make a group? */
export const canMakeSomeGroup = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.territoryIds.some((id) => viewer.can('coordinator', id)))

/** Open the list of groups at all: it holds those that may be read. */
export const canOpenGroups = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null &&
  (viewer.isAdmin || viewer.territoryIds.length > 0 || viewer.memberships.some(({ role }) => role === 'reviewer'))
