import { AppError } from '@/core/app-error'
import type { RecordStatus } from '@/core/curated'
import { fieldProblems } from '@/core/field-problems'
import type { Content } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { newActorSchema } from '@/modules/actors/actor.schema'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import { savePractices } from '@/modules/practices/practice.commands'
import { newPracticeSchema } from '@/modules/practices/practice.schema'
import { saveRelationWhole } from '@/modules/relations/relation-form.commands'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import type { Saved, SaveOptions } from '@/platform/curated'

type Save = { id: string; version: number; status: RecordStatus; content: Content }

/** The ordinary save of one record, of any kind. Throws `invalid` where the content is none of today's form. */
export async function saveCurated(
  viewer: Viewer,
  kind: CuratedKind,
  { content, ...at }: Save,
  options: SaveOptions,
): Promise<Saved> {
  if (kind === 'relation') {
    const relation = newRelationSchema.safeParse(content)
    if (!relation.success) throw new AppError('invalid', 'invalid', {}, fieldProblems(relation.error))
    return saveRelationWhole(viewer, { ...at, relation: relation.data }, options)
  }
  if (kind === 'practice') {
    const practice = newPracticeSchema.safeParse(content)
    if (!practice.success) throw new AppError('invalid', 'invalid', {}, fieldProblems(practice.error))
    return onlyOf(await savePractices(viewer, [{ ...at, practice: practice.data }], options))
  }
  const actor = newActorSchema.safeParse(content)
  if (!actor.success) throw new AppError('invalid', 'invalid', {}, fieldProblems(actor.error))
  return onlyOf(await saveActors(viewer, [{ ...at, actor: actor.data }], options))
}

function onlyOf([saved]: readonly Saved[]): Saved {
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}
