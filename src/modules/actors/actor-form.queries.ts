import type { FormFields } from '@/core/form-fields'
import type { Present } from '@/core/present'
import type { Viewer } from '@/core/viewer'
import { actorToForm } from '@/modules/actors/actor-form.schema'
import { canDiscardActor } from '@/modules/actors/actor.policy'
import type { NewActor } from '@/modules/actors/actor.schema'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import { tagWords } from '@/modules/taxonomy/code-entry.queries'
import { db } from '@/platform/db'

/** Names of actors in the reader's language, else their original, by id. */
export async function findActorNames(ids: readonly string[], locale: string): Promise<Map<string, string>> {
  const rows =
    ids.length === 0
      ? []
      : await db.actorName.findMany({
          where: { actorId: { in: [...ids] }, kind: 'label', OR: [{ language: locale }, { isOriginal: true }] },
          select: { actorId: true, language: true, value: true },
        })
  const ordered = rows.sort((a, b) => Number(a.language === locale) - Number(b.language === locale))
  return new Map(ordered.map((row) => [row.actorId, row.value]))
}

/** The values a form shows of a record, with the names of what it points to. */
export async function actorFormValues(actor: NewActor, locale: string): Promise<FormFields> {
  const ids = [actor.parentId, actor.successorId].filter((id) => id !== undefined)
  const [tags, names, place] = await Promise.all([
    tagWords(actor.tags, locale),
    findActorNames(ids, locale),
    actor.placeId === undefined ? null : db.place.findUnique({ where: { id: actor.placeId }, select: { name: true } }),
  ])
  const label = (id: string | undefined) => (id === undefined ? undefined : names.get(id))
  const [parent, successor] = [label(actor.parentId), label(actor.successorId)]
  return actorToForm(
    { ...actor, tags },
    {
      ...(place !== null && { place: place.name }),
      ...(parent !== undefined && { parent }),
      ...(successor !== undefined && { successor }),
    },
  )
}

type ActorFormRecord = Pick<
  Present<NewActor>,
  'id' | 'slug' | 'version' | 'status' | 'territoryId' | 'sentBackReason' | 'createdById'
> & {
  name: string
  values: FormFields
  /** The viewer's own, and never published: may be thrown away. */
  isOwnDraft: boolean
}

/** One record as its form opens it. Throws `not-found`, or `forbidden` where the viewer may see but not work. */
export async function getActorForm(viewer: Viewer | null, id: string, locale: string): Promise<ActorFormRecord> {
  const present = await getPresentActor(viewer, id)
  const { content, fieldWriters: _writers, publishedAt: _at, ...record } = present
  const isOwnDraft = canDiscardActor(viewer, present)
  const values = await actorFormValues(content, locale)
  return { ...record, isOwnDraft, name: typeof values.name === 'string' ? values.name : '', values }
}
