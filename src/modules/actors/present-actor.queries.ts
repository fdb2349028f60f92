import { AppError, requireThat } from '@/core/app-error'
import { withoutBlanks } from '@/core/blank'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { newActorSchema, type NewActor } from '@/modules/actors/actor.schema'
import { sourceOf } from '@/core/curated'
import { type Present, presentState } from '@/core/present'
import { db } from '@/platform/db'
import type { Transaction } from '@/platform/bulk'

/** What the policy of reading asks of a present record. */
export const readable = ({ territoryId, status, content }: Present<NewActor>) => ({
  territoryId,
  status,
  visibility: content.visibility,
})

/** The records with these ids as their forms hold them, for a save that is about to change them. */
export async function findPresentActors(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Present<NewActor>>> {
  const rows =
    ids.length === 0
      ? []
      : await tx.actor.findMany({
          where: { id: { in: [...ids] } },
          include: {
            names: { orderBy: [{ kind: 'asc' }, { isOriginal: 'desc' }, { language: 'asc' }, { value: 'asc' }] },
            identifiers: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }] },
          },
        })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...presentState(row),
        content: newActorSchema.parse(
          withoutBlanks({
            kind: row.kind,
            originalLanguage: row.originalLanguage,
            names: row.names.map(({ kind, language, value, machine }) => ({ kind, language, value, machine })),
            description: row.description,
            address: row.address,
            postalCode: row.postalCode,
            city: row.city,
            placeId: row.placeId,
            country: row.country,
            lau: row.lau,
            longitude: row.longitude,
            latitude: row.latitude,
            precision: row.precision,
            geocodedFrom: row.geocodedFrom,
            coarsened: row.coarsened,
            homeTerritoryId: row.homeSetByHand ? row.homeTerritoryId : null,
            identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
            sectors: row.sectors,
            iscedFields: row.iscedFields,
            tags: row.tags,
            size: row.size,
            employeesBand: row.employeesBand,
            founded: row.founded,
            languagesSpoken: row.languagesSpoken,
            targetCountries: row.targetCountries,
            offers: row.offers,
            seeks: row.seeks,
            legalStatus: row.legalStatus,
            legalStatusSince: row.legalStatusSince,
            parentId: row.parentId,
            successorId: row.successorId,
            email: row.email,
            phone: row.phone,
            website: row.website,
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

/** One record as its form holds it. Throws `not-found` unless the viewer may edit it or move it along. */
export async function getPresentActor(viewer: Viewer | null, id: string): Promise<Present<NewActor>> {
  const present = isId(id) ? (await findPresentActors(db, [id])).get(id) : undefined
  if (present === undefined || !canReadActor(viewer, readable(present))) throw new AppError('not-found', 'notFound')
  requireThat(viewer?.can('editor', present.territoryId) === true, viewer)
  return present
}
