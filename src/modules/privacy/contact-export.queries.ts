import type { Viewer } from '@/core/viewer'
import { type Contact, contactSchema } from '@/modules/privacy/contact.schema'
import { db } from '@/platform/db'

/** Contact persons of the actors a coordinator answers for; whoever objected is in no file. */
export async function findContacts(viewer: Viewer, territoryId: string | undefined): Promise<Contact[]> {
  const own = viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  const scope = territoryId === undefined ? (viewer.isAdmin ? {} : { in: own }) : { equals: territoryId }
  const rows = await db.person.findMany({
    where: { objectedAt: null, actor: { ...(Object.keys(scope).length > 0 && { territoryId: scope }) } },
    include: {
      actor: {
        select: {
          slug: true,
          territory: { select: { slug: true } },
          names: { where: { kind: 'label', isOriginal: true }, select: { value: true } },
        },
      },
    },
    orderBy: [{ actor: { foldedLabel: 'asc' } }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ actor, ...row }) =>
    contactSchema.parse({
      ...row,
      actor: { name: actor.names[0]?.value ?? '', slug: actor.slug, territory: actor.territory?.slug ?? null },
    }),
  )
}
