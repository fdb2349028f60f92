// Practices that a group was asked to judge, for what it decides about them. What was said of them is the room of rounds.
import { localized } from '@/core/localized'
import type { RecordStatus, Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { discussionFault } from '@/modules/groups/discussion.schema'
import { getGroup } from '@/modules/groups/group.queries'
import type { AboutPractice, JudgedPractice, MeetingDetail } from '@/modules/groups/meeting.schema'
import { canReadPractice } from '@/modules/practices/practice.policy'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

const titleSchema = localized(20_000)

/** What is read of a practice to name it, with what the policy of reading asks. */
export const namedPractice = {
  select: { id: true, slug: true, title: true, status: true, visibility: true, territoryId: true },
} as const

type StoredPractice = {
  id: string
  slug: string
  title: unknown
  status: RecordStatus
  visibility: Visibility
  territoryId: string | null
}

/**
 * A practice a group judged, as its readers may name it: what was put before the group they know, until it goes back to
 * whoever wrote it. The group itself was judged by who asks.
 */
export const aboutPractice = (viewer: Viewer | null, practice: StoredPractice): AboutPractice => {
  const isKnown =
    canReadPractice(viewer, practice) || practice.status === 'submitted' || practice.status === 'published'
  return {
    id: practice.id,
    title: isKnown ? titleSchema.parse(practice.title) : null,
    slug: practice.status === 'published' && canReadPractice(viewer, practice) ? practice.slug : null,
  }
}

// A round that is over by its closing date or before, and a practice nobody took out of it.
const overNow = () => ({
  withdrawnAt: null,
  round: { annulledAt: null, OR: [{ closedAt: { not: null } }, { closesAt: { lte: new Date() } }] },
})

/**
 * Practices a decision of this meeting may be about: those of the group's rounds that it can have discussed there, the
 * latest round first, and those its decisions name already. Throws `not-found`.
 */
export async function findJudged(
  viewer: Viewer | null,
  key: string,
  meeting: MeetingDetail,
): Promise<JudgedPractice[]> {
  const { id: groupId } = await getGroup(viewer, key)
  const { round, ...over } = overNow()
  const rows = await db.roundPractice.findMany({
    where: { ...over, round: { ...round, groupId } },
    select: {
      roundId: true,
      round: { select: { title: true, closesAt: true, closedAt: true } },
      practice: namedPractice,
    },
    orderBy: [{ round: { closesAt: 'desc' } }, { roundId: 'asc' }, { position: 'asc' }],
    take: 500,
  })
  const now = new Date()
  const isNamed = (one: (typeof rows)[number]) =>
    meeting.decisions.some(({ about }) => about?.roundId === one.roundId && about.practice.id === one.practice.id)
  return rows
    .filter((one) => isNamed(one) || discussionFault(meeting, { overAt: overAtOf(one.round), now }) === null)
    .map(({ roundId, round: { title }, practice }) => ({
      roundId,
      round: titleSchema.parse(title),
      practice: aboutPractice(viewer, practice),
    }))
}

const overAtOf = ({ closedAt, closesAt }: { closedAt: Date | null; closesAt: Date }) => closedAt ?? closesAt

/** When the round was over in which this group judged the practice; null when it judged no such thing. */
export async function findOverAt(
  tx: Transaction,
  { groupId, roundId, practiceId }: { groupId: string; roundId: string; practiceId: string },
): Promise<Date | null> {
  const { round, ...over } = overNow()
  const found = await tx.roundPractice.findFirst({
    where: { roundId, practiceId, ...over, round: { ...round, groupId } },
    select: { round: { select: { closesAt: true, closedAt: true } } },
  })
  return found && overAtOf(found.round)
}
