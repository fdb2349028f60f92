import { AppError, requireThat } from '@/core/app-error'
import { withoutBlanks } from '@/core/blank'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canReadRelation } from '@/modules/relations/relation.policy'
import { newRelationSchema, type NewRelation } from '@/modules/relations/relation.schema'
import { sourceOf } from '@/core/curated'
import { type Present, presentState } from '@/core/present'
import { db } from '@/platform/db'
import type { Transaction } from '@/platform/bulk'

/** What the policy of reading asks of a present record. */
export const readable = ({ territoryId, status, content }: Present<NewRelation>) => ({
  territoryId,
  status,
  visibility: content.visibility,
})

/** The records with these ids as their forms hold them, for a save that is about to change them. */
export async function findPresentRelations(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Present<NewRelation>>> {
  const rows =
    ids.length === 0
      ? []
      : await tx.relation.findMany({
          where: { id: { in: [...ids] } },
          include: { parties: { orderBy: { position: 'asc' } } },
        })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...presentState(row),
        content: newRelationSchema.parse(
          withoutBlanks({
            type: row.type,
            originalLanguage: row.originalLanguage,
            title: row.title,
            parties: row.parties.map(({ actorId, placeId, country, placeName, longitude, latitude, role }) =>
              withoutBlanks({ actorId, placeId, country, placeName, longitude, latitude, role }),
            ),
            direction: row.direction,
            state: row.state,
            started: row.started,
            ended: row.ended,
            renewed: row.renewed,
            description: row.description,
            legalBasis: row.legalBasis,
            programme: row.programme,
            call: row.call,
            projectAcronym: row.projectAcronym,
            projectNumber: row.projectNumber,
            eventsPerYear: row.eventsPerYear,
            people: row.people,
            amount:
              row.amount === null
                ? null
                : withoutBlanks({ value: row.amount.toNumber(), currency: row.amountCurrency, year: row.amountYear }),
            themes: row.themes,
            sectors: row.sectors,
            sdgs: row.sdgs,
            holderId: row.holderId,
            usableByFirms: row.usableByFirms,
            offer: row.offer,
            evidence: row.evidence,
            internalNotes: row.internalNotes,
            visibility: row.visibility,
            fictitious: row.fictitious,
            source: sourceOf(row),
          }),
        ),
      },
    ]),
  )
}

/** One record as its form holds it. Throws `not-found` unless the viewer works in its territory. */
export async function getPresentRelation(viewer: Viewer | null, id: string): Promise<Present<NewRelation>> {
  const present = isId(id) ? (await findPresentRelations(db, [id])).get(id) : undefined
  if (present === undefined || !canReadRelation(viewer, readable(present))) throw new AppError('not-found', 'notFound')
  requireThat(viewer?.can('editor', present.territoryId) === true, viewer)
  return present
}
