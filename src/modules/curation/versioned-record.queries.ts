import { requireSeen } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { isId } from '@/core/id'
import type { Present } from '@/core/present'
import type { Content, RecordPart } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { actorFormValues, findActorNames } from '@/modules/actors/actor-form.queries'
import { actorParts } from '@/modules/actors/actor-part.schema'
import { newActorSchema } from '@/modules/actors/actor.schema'
import { findPresentActors } from '@/modules/actors/present-actor.queries'
import { canReadRevisions } from '@/modules/curation/proposal.policy'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import { findPracticeNames } from '@/modules/practices/practice-desk.queries'
import { practiceFormValues } from '@/modules/practices/practice-form.queries'
import { practiceParts } from '@/modules/practices/practice-part.schema'
import { newPracticeSchema } from '@/modules/practices/practice.schema'
import { findPresentPractices } from '@/modules/practices/present-practice.queries'
import { findPresentRelations } from '@/modules/relations/present-relation.queries'
import { findRelationNames } from '@/modules/relations/relation-desk.queries'
import { relationFormValues } from '@/modules/relations/relation-form.queries'
import { relationParts } from '@/modules/relations/relation-part.schema'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import { db } from '@/platform/db'

// Actors, relations and practices behind one shape, for what is done alike with all of them.

export const partsOfKind: Record<CuratedKind, readonly RecordPart[]> = {
  actor: actorParts,
  relation: relationParts,
  practice: practiceParts,
}

const finders = { actor: findPresentActors, relation: findPresentRelations, practice: findPresentPractices }

/** The record as it stands, for who may read its versions. Throws `not-found` to everybody else. */
export async function getCurated(viewer: Viewer | null, kind: CuratedKind, id: string): Promise<Present<Content>> {
  const present: Present<Content> | undefined = isId(id) ? (await finders[kind](db, [id])).get(id) : undefined
  requireSeen(present !== undefined && canReadRevisions(viewer, present))
  return present
}

/** A stored version as its form would show it; null when the form of today cannot read it any more. */
export async function formValuesOf(kind: CuratedKind, stored: unknown, locale: string): Promise<FormFields | null> {
  if (kind === 'actor') {
    const actor = newActorSchema.safeParse(stored)
    return actor.success ? actorFormValues(actor.data, locale) : null
  }
  if (kind === 'practice') {
    const practice = newPracticeSchema.safeParse(stored)
    return practice.success ? practiceFormValues(practice.data, locale) : null
  }
  const relation = newRelationSchema.safeParse(stored)
  return relation.success ? relationFormValues(relation.data, locale) : null
}

/** Names of records by id, in the reader's language where there is one. */
export async function findCuratedNames(
  records: readonly { kind: CuratedKind; id: string }[],
  locale: string,
): Promise<Map<string, string>> {
  const idsOf = (kind: CuratedKind) => records.filter((record) => record.kind === kind).map(({ id }) => id)
  const [actors, relations, practices] = await Promise.all([
    findActorNames(idsOf('actor'), locale),
    findRelationNames(idsOf('relation'), locale),
    findPracticeNames(idsOf('practice'), locale),
  ])
  return new Map([...actors, ...relations, ...practices])
}
