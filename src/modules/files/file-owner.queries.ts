import type { RecordStatus, Visibility } from '@/core/curated'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findActorNames } from '@/modules/actors/actor-form.queries'
import { canProposeActor, canPublishActor, canReadActor, canSaveActor } from '@/modules/actors/actor.policy'
import type { FileOwner, FileOwnerAt, OwnerRights } from '@/modules/files/file.schema'
import { canKeepGroup, canReadGroup } from '@/modules/groups/group.policy'
import { groupNameSchema } from '@/modules/groups/group.schema'
import { isPracticeSeen } from '@/modules/practices/handed-in.queries'
import { findPracticeNames } from '@/modules/practices/practice-desk.queries'
import {
  canMovePractice,
  canProposePractice,
  canReadPractice,
  canSavePractice,
} from '@/modules/practices/practice.policy'
import {
  canProposeRelation,
  canPublishRelation,
  canReadRelation,
  canSaveRelation,
} from '@/modules/relations/relation.policy'
import { db } from '@/platform/db'

type Curated = { territoryId: string | null; status: RecordStatus; visibility: Visibility; publishedAt: Date | null }
type Rights = Omit<OwnerRights, 'kind' | 'id'>

const curated = { territoryId: true, status: true, visibility: true, publishedAt: true } as const

/** What every kind of curated record has in common. `isWhole`: the viewer may see whatever else the record is made of. */
const rightsOn = (
  record: Curated,
  may: { read: boolean; readByAll: boolean; save: boolean; propose: boolean; publish: boolean; isWhole: boolean },
): Rights => ({
  territoryId: record.territoryId,
  status: record.status,
  isSeen: may.read && may.isWhole,
  wasPublic:
    may.isWhole && record.status === 'archived' && record.publishedAt !== null && record.visibility === 'public',
  isPublic: may.readByAll,
  edits: may.save ? 'now' : may.propose ? 'proposed' : null,
  decides: may.publish,
})

async function actorRights(viewer: Viewer | null, id: string): Promise<Rights | null> {
  const actor = await db.actor.findUnique({ where: { id }, select: curated })
  return (
    actor &&
    rightsOn(actor, {
      read: canReadActor(viewer, actor),
      readByAll: canReadActor(null, actor),
      save: canSaveActor(viewer, actor.territoryId, actor.status, actor.status),
      propose: canProposeActor(viewer, actor),
      publish: canPublishActor(viewer, actor),
      isWhole: true,
    })
  )
}

async function relationRights(viewer: Viewer | null, id: string): Promise<Rights | null> {
  const relation = await db.relation.findUnique({
    where: { id },
    select: { ...curated, holder: { select: curated }, parties: { select: { actor: { select: curated } } } },
  })
  if (relation === null) return null
  const actors = [relation.holder, ...relation.parties.map(({ actor }) => actor)].filter((actor) => actor !== null)
  const isWhole = (who: Viewer | null) => actors.every((actor) => canReadActor(who, actor))
  return rightsOn(relation, {
    read: canReadRelation(viewer, relation),
    readByAll: canReadRelation(null, relation) && isWhole(null),
    save: canSaveRelation(viewer, relation.territoryId, relation.status, relation.status),
    propose: canProposeRelation(viewer, relation),
    publish: canPublishRelation(viewer, relation),
    isWhole: viewer?.can('editor', relation.territoryId) === true || isWhole(viewer),
  })
}

async function practiceRights(viewer: Viewer | null, id: string): Promise<Rights | null> {
  const practice = await db.practice.findUnique({ where: { id }, select: { ...curated, createdById: true } })
  return (
    practice &&
    rightsOn(practice, {
      read: await isPracticeSeen(viewer, { id, ...practice }),
      readByAll: canReadPractice(null, practice),
      save: canSavePractice(viewer, practice, practice.status),
      propose: canProposePractice(viewer, practice),
      publish: canMovePractice(viewer, practice),
      isWhole: true,
    })
  )
}

type Group = { id: string; territoryId: string; archivedAt: Date | null }
const ofGroup = { select: { id: true, territoryId: true, archivedAt: true } } as const

/** What a group keeps for itself: read by its readers alone, whatever everybody may know of it; as it is once archived. */
const groupRights = (viewer: Viewer | null, group: Group): Rights => ({
  territoryId: group.territoryId,
  status: 'published',
  isSeen: canReadGroup(viewer, group),
  wasPublic: false,
  isPublic: false,
  edits: canKeepGroup(viewer, group) && group.archivedAt === null ? 'now' : null,
  decides: canKeepGroup(viewer, group),
})

async function rightsInGroup(viewer: Viewer | null, id: string): Promise<Rights | null> {
  const group = await db.group.findUnique({ where: { id }, ...ofGroup })
  return group && groupRights(viewer, group)
}

async function meetingRights(viewer: Viewer | null, id: string): Promise<Rights | null> {
  const meeting = await db.groupMeeting.findUnique({ where: { id }, select: { group: ofGroup } })
  return meeting && groupRights(viewer, meeting.group)
}

async function groupName(id: string, locale: string): Promise<string> {
  const group = await db.group.findUnique({ where: { id }, select: { name: true } })
  return group === null ? '' : inLanguage(groupNameSchema.parse(group.name), locale).value
}

async function meetingName(id: string, locale: string): Promise<string> {
  const meeting = await db.groupMeeting.findUnique({ where: { id }, select: { groupId: true } })
  return meeting === null ? '' : groupName(meeting.groupId, locale)
}

const actorName = async (id: string, locale: string) => (await findActorNames([id], locale)).get(id) ?? ''

const practiceName = async (id: string, locale: string) => (await findPracticeNames([id], locale)).get(id) ?? ''

const title = localized(200).nullable()

/** Its title, else who is in it. */
async function relationName(id: string, locale: string): Promise<string> {
  const relation = await db.relation.findUnique({
    where: { id },
    select: {
      title: true,
      parties: {
        orderBy: { position: 'asc' },
        take: 3,
        select: { actorId: true, placeName: true, country: true, place: { select: { name: true } } },
      },
    },
  })
  const said = title.parse(relation?.title ?? null)
  if (said !== null) return inLanguage(said, locale).value
  const parties = relation?.parties ?? []
  const names = await findActorNames(parties.flatMap(({ actorId }) => actorId ?? []), locale) // prettier-ignore
  return parties
    .map((end) => names.get(end.actorId ?? '') ?? end.place?.name ?? end.placeName ?? end.country ?? '')
    .join(' – ')
}

type OwnerRoom = {
  rights: (viewer: Viewer | null, id: string) => Promise<Rights | null>
  name: (id: string, locale: string) => Promise<string>
}

/** What is asked of each kind of record; a kind that is not here has no files. */
const owners: Partial<Record<FileOwner, OwnerRoom>> = {
  actor: { rights: actorRights, name: actorName },
  relation: { rights: relationRights, name: relationName },
  practice: { rights: practiceRights, name: practiceName },
  meeting: { rights: meetingRights, name: meetingName },
  group: { rights: rightsInGroup, name: groupName },
}

/** What a record is called, for news about its files. The caller has asked who may know. */
export const fileOwnerName = async ({ kind, id }: FileOwnerAt, locale: string): Promise<string> =>
  (await owners[kind]?.name(id, locale)) ?? ''

/** The record files hang on, as this viewer stands to it; null when there is none. */
export async function findFileOwner(viewer: Viewer | null, { kind, id }: FileOwnerAt): Promise<OwnerRights | null> {
  const rights = (await owners[kind]?.rights(viewer, id)) ?? null
  return rights && { kind, id, ...rights }
}
