import { z } from 'zod'
import type { RecordStatus, Visibility } from '@/core/curated'
import { decided } from '@/core/decision'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { type HandedIn, handedInSchema } from '@/modules/practices/handed-in.schema'
import { canReadInGroup, canReadPractice, isForTerritory, type JudgingGroup } from '@/modules/practices/practice.policy'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

type Stands = { id: string; territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** Whether this viewer may read a practice as it stands now. Asks which groups judge it only where that decides. */
export async function isPracticeSeen(
  viewer: Viewer | null,
  practice: Stands,
  client: Transaction = db,
): Promise<boolean> {
  if (canReadPractice(viewer, practice)) return true
  if (viewer === null || (practice.status !== 'submitted' && !isForTerritory(practice))) return false
  return canReadInGroup(viewer, practice, await findJudgingGroups(practice, client))
}

/** The groups that judge a practice: those of its territory, and those it was offered to; none that was archived. */
const findJudgingGroups = (
  { id, territoryId }: Pick<Stands, 'id' | 'territoryId'>,
  client: Transaction,
): Promise<JudgingGroup[]> =>
  client.group.findMany({
    where: {
      archivedAt: null,
      OR: [...(territoryId === null ? [] : [{ territoryId }]), { offers: { some: { practiceId: id } } }],
    },
    select: { id: true, territoryId: true },
  })

const texts = localized(20_000)
const named = z.object({ name: localized(200) }).nullable()
const most = 200

/**
 * The practices that wait for the judgement of a group, as this viewer may read them: those of its territory and those it
 * was offered, by title. The group itself was judged by who asks.
 */
export async function findHandedInPractices(viewer: Viewer, group: JudgingGroup, locale: string): Promise<HandedIn[]> {
  decided()
  return practicesOf(viewer, group, locale, {
    status: 'submitted',
    OR: [{ territoryId: group.territoryId }, { offers: { some: { groupId: group.id } } }],
  })
}

/**
 * The practices that are published for the territory of a group alone, as this viewer may read them, by title: no public
 * list has them. The group itself was judged by who asks.
 */
export async function findPracticesForTerritory(
  viewer: Viewer,
  group: JudgingGroup,
  locale: string,
): Promise<HandedIn[]> {
  decided()
  const { territoryId } = group
  return practicesOf(viewer, group, locale, { territoryId, status: 'published', visibility: 'territory' })
}

async function practicesOf(
  viewer: Viewer,
  group: JudgingGroup,
  locale: string,
  where: Prisma.PracticeWhereInput,
): Promise<HandedIn[]> {
  const rows = await db.practice.findMany({
    where,
    select: {
      ...{ id: true, slug: true, territoryId: true, status: true, visibility: true, title: true, summary: true },
      territory: { select: { name: true } },
      offers: { where: { groupId: group.id }, select: { offeredAt: true } },
    },
    orderBy: [{ foldedTitle: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return rows
    .filter((row) => canReadInGroup(viewer, row, [group]))
    .map(({ title, summary, territory, offers, ...row }) =>
      handedInSchema.parse({
        ...row,
        title: inLanguage(texts.parse(title), locale),
        summary: summary === null ? null : inLanguage(texts.parse(summary), locale),
        territory: territoryName(territory, locale),
        offeredAt: row.territoryId === group.territoryId ? null : (offers[0]?.offeredAt ?? null),
      }),
    )
}

function territoryName(territory: unknown, locale: string): string | null {
  const known = named.parse(territory)
  return known && inLanguage(known.name, locale).value
}
