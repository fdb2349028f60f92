import { z } from 'zod'
import { AppError, requireThat } from '@/core/app-error'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { getGroup } from '@/modules/groups/group.queries'
import { type GroupSummary, groupNameSchema } from '@/modules/groups/group.schema'
import { canOfferPractice } from '@/modules/groups/offer.policy'
import type { Offers, OtherGroup } from '@/modules/groups/offer.schema'
import { findHandedInPractices, findPracticesForTerritory } from '@/modules/practices/handed-in.queries'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import type { HandedIn } from '@/modules/practices/handed-in.schema'
import type { PracticeView } from '@/modules/practices/practice.schema'
import { db } from '@/platform/db'

const otherGroup = z.object({
  id: z.string(),
  name: groupNameSchema,
  isShown: z.boolean(),
  territory: z.object({ name: localized(200) }),
})

/** Where a practice was offered and where it may be. Throws `forbidden` for whoever may not offer it. */
export async function findOffers(
  viewer: Viewer | null,
  practice: { id: string; territoryId: string | null },
  locale: string,
): Promise<Offers> {
  requireThat(canOfferPractice(viewer, practice), viewer)
  const rows = await db.group.findMany({
    where: {
      ...(practice.territoryId !== null && { territoryId: { not: practice.territoryId } }),
      OR: [{ archivedAt: null }, { offers: { some: { practiceId: practice.id } } }],
    },
    select: {
      ...{ id: true, name: true, isShown: true, territory: { select: { name: true } } },
      offers: { where: { practiceId: practice.id }, select: { offeredAt: true } },
    },
    take: 500,
  })
  const known = rows
    .map(({ offers, ...row }) => ({ ...asKnownElsewhere(row, locale), offeredAt: offers[0]?.offeredAt ?? null }))
    .sort(
      (a, b) => a.territory.localeCompare(b.territory, locale) || (a.name ?? '').localeCompare(b.name ?? '', locale),
    )
  return {
    made: known
      .flatMap(({ offeredAt, ...group }) => (offeredAt === null ? [] : [{ ...group, offeredAt }]))
      .sort((a, b) => a.offeredAt.getTime() - b.offeredAt.getTime()),
    choices: known.filter(({ offeredAt }) => offeredAt === null).map(({ offeredAt: _none, ...group }) => group),
  }
}

function asKnownElsewhere(row: unknown, locale: string): OtherGroup {
  const { id, name, isShown, territory } = otherGroup.parse(row)
  return {
    groupId: id,
    territory: inLanguage(territory.name, locale).value,
    name: isShown ? inLanguage(name, locale).value : null,
  }
}

/** The practices that wait for a group's judgement, as the viewer may read them. Throws `not-found`. */
export async function findHandedIn(viewer: Viewer, key: string, locale: string): Promise<HandedIn[]> {
  const group = await getGroup(viewer, key)
  if (group.archivedAt !== null) return []
  return findHandedInPractices(viewer, { id: group.id, territoryId: group.territory.id }, locale)
}

/** The practices that only the group's territory reads, as the viewer may read them. Throws `not-found`. */
export async function findForTerritory(viewer: Viewer, key: string, locale: string): Promise<HandedIn[]> {
  const group = await getGroup(viewer, key)
  if (group.archivedAt !== null) return []
  return findPracticesForTerritory(viewer, { id: group.id, territoryId: group.territory.id }, locale)
}

/** A practice as its group reads it, with the day it was offered; null = it is of the group's own territory. */
type JudgedPractice = { group: GroupSummary; practice: PracticeView; offeredAt: Date | null }

/**
 * A practice on the page of a group that judges it: of its territory, or offered to it. Throws `not-found` for whoever may
 * not read either, and for a practice of elsewhere; `gone` when it was once public and is archived.
 */
export async function getJudgedPractice(
  viewer: Viewer | null,
  { group: key, practice: idOrSlug }: { group: string; practice: string },
  locale: string,
): Promise<JudgedPractice> {
  const group = await getGroup(viewer, key)
  const practice = await getPractice(viewer, idOrSlug, locale)
  if (practice.territory?.id === group.territory.id) return { group, practice, offeredAt: null }
  const offer = await db.practiceOffer.findUnique({
    where: { practiceId_groupId: { practiceId: practice.id, groupId: group.id } },
  })
  if (offer === null) throw new AppError('not-found', 'notFound')
  return { group, practice, offeredAt: offer.offeredAt }
}
