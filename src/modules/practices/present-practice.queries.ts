import { AppError, requireThat } from '@/core/app-error'
import { withoutBlanks } from '@/core/blank'
import { sourceOf } from '@/core/curated'
import { isId } from '@/core/id'
import { type Present, presentState } from '@/core/present'
import type { Viewer } from '@/core/viewer'
import { isPracticeSeen } from '@/modules/practices/handed-in.queries'
import { type NewPractice, newPracticeSchema } from '@/modules/practices/practice.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** What the policy of reading asks of a present record. */
export const readable = ({ id, territoryId, status, content }: Present<NewPractice>) => ({
  id,
  territoryId,
  status,
  visibility: content.visibility,
})

/** The records with these ids as their forms hold them, for a save that is about to change them. */
export async function findPresentPractices(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Present<NewPractice>>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.practice.findMany({
    where: { id: { in: [...ids] } },
    include: { actors: { orderBy: { actorId: 'asc' } }, relations: { orderBy: { relationId: 'asc' } } },
  })
  return new Map(
    rows.map((row) => {
      const { actors, relations, ...said } = row
      const content = newPracticeSchema.parse(
        withoutBlanks({
          ...Object.fromEntries(contentFields.map((field) => [field, said[field]])),
          actors: actors.map(({ actorId }) => actorId),
          relations: relations.map(({ relationId }) => relationId),
          source: sourceOf(row),
        }),
      )
      return [row.id, { ...presentState(row), content }]
    }),
  )
}

/** Fields that a column holds as the form says them. */
const contentFields = [
  ...(['originalLanguage', 'title', 'themes', 'axes', 'sectors', 'scope', 'country', 'nutsCode', 'placeId'] as const),
  ...(['inChargeId', 'inChargeIsAuthor', 'fromProject', 'summary', 'detail', 'resources', 'started', 'ended'] as const),
  ...(['ongoing', 'evidenceOfSuccess', 'challenges', 'potential', 'furtherInformation', 'links', 'keywords'] as const),
  ...(['internalNotes', 'visibility', 'fictitious'] as const),
]

/** One record as its form holds it. Throws `not-found` unless the viewer works in its territory. */
export async function getPresentPractice(viewer: Viewer | null, id: string): Promise<Present<NewPractice>> {
  const present = isId(id) ? (await findPresentPractices(db, [id])).get(id) : undefined
  if (present === undefined || !(await isPracticeSeen(viewer, readable(present))))
    throw new AppError('not-found', 'notFound')
  requireThat(viewer?.can('editor', present.territoryId) === true, viewer)
  return present
}
