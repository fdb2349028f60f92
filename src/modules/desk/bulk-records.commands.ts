import type { RecordStatus } from '@/core/curated'
import type { Content } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { newActorSchema } from '@/modules/actors/actor.schema'
import type { BulkKind } from '@/modules/desk/bulk.schema'
import { saveRelations } from '@/modules/relations/relation.commands'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import type { Saved, SaveOptions } from '@/platform/curated'

export type ManySave = { id: string; version: number; status: RecordStatus; content: Content }

/** The ordinary save, of many at once. */
export function saveMany(
  viewer: Viewer,
  kind: BulkKind,
  saves: readonly ManySave[],
  options: SaveOptions,
): Promise<Saved[]> {
  if (kind === 'actor') {
    const actors = saves.map(({ content, ...at }) => ({ ...at, actor: newActorSchema.parse(content) }))
    return saveActors(viewer, actors, options)
  }
  const relations = saves.map(({ content, ...at }) => ({ ...at, relation: newRelationSchema.parse(content) }))
  return saveRelations(viewer, relations, options)
}
