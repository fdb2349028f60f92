import { AppError, requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import { newId } from '@/core/id'
import { newSlug } from '@/core/slug'
import type { Viewer } from '@/core/viewer'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import type { GroupForm, NewGroup } from '@/modules/groups/group.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** Makes a group of a territory; returns its address. Throws `forbidden`, `invalid` for an unknown territory. */
export async function createGroup(
  viewer: Viewer | null,
  { territoryId, name, isShown }: NewGroup,
  { id = newId(), slug, demo = false }: { id?: string; slug?: string; demo?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  requireThat(canKeepGroup(viewer, { territoryId }), viewer)
  if ((await db.territory.count({ where: { id: territoryId } })) === 0)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'unknown' }])
  const data = { id, slug: slug ?? newSlug(inLanguage(name, name.original).value), territoryId, name, isShown, demo }
  await db.$transaction(async (tx) => {
    await tx.group.create({ data })
    await writeGroupDeed(tx, viewer, { action: 'create-group', recordId: id, territoryId })
  })
  return { id, slug: data.slug }
}

/** Changes the name of a group and whether the territory's page tells of it. Throws `not-found`, `forbidden`, `conflict`. */
export async function changeGroup(viewer: Viewer | null, form: GroupForm): Promise<{ slug: string }> {
  const { id, slug, territory } = await getGroup(viewer, form.id)
  requireThat(canKeepGroup(viewer, { territoryId: territory.id }), viewer)
  await db.$transaction(async (tx) => {
    const { count } = await tx.group.updateMany({
      where: { id, version: form.version },
      data: { name: form.name, isShown: form.isShown, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'groupChanged')
    const fields = ['name', 'isShown']
    await writeGroupDeed(tx, viewer, { action: 'change-group', recordId: id, territoryId: territory.id, fields })
  })
  return { slug }
}

/** The audit log holds ids and names of fields, never values. Part of deeds that ask. */
export const writeGroupDeed = (
  tx: Transaction,
  viewer: Viewer,
  deed: { action: string; recordId: string; territoryId: string; fields?: readonly string[] },
) => tx.auditEntry.create({ data: { ...deed, userId: viewer.userId, fields: [...(deed.fields ?? [])] } })
