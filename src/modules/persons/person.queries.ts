import { AppError, requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canReadPersons } from '@/modules/persons/person.policy'
import {
  type PersonEntry,
  personEntrySchema,
  type PublicPerson,
  publicPersonSchema,
} from '@/modules/persons/person.schema'
import { db } from '@/platform/db'

/** Shown to everybody: a basis to publish, a notice that was sent, no objection (5-permissions, Fields). */
const isPublicPerson = {
  publicationBasis: { not: null },
  noticeSentOn: { not: null },
  objectedAt: null,
  email: { not: null },
} as const

const inOrder = [{ createdAt: 'asc' }, { id: 'asc' }] as const

/** Name and role of the contact persons everybody may see. The actor itself was judged by who asks. */
export async function findPublicPersons(actorId: string): Promise<PublicPerson[]> {
  const rows = await db.person.findMany({
    where: { actorId, ...isPublicPerson, actor: { status: 'published', visibility: 'public' } },
    orderBy: [...inOrder],
  })
  return rows.map((row) => publicPersonSchema.parse(row))
}

/** All contact persons of an actor, for those who curate it. Throws `not-found` for everybody else. */
export async function findPersons(viewer: Viewer | null, actorId: string): Promise<PersonEntry[]> {
  const actor = isId(actorId)
    ? await db.actor.findUnique({ where: { id: actorId }, select: { territoryId: true } })
    : null
  requireSeen(actor !== null && canReadPersons(viewer, actor))
  const rows = await db.person.findMany({ where: { actorId }, orderBy: [...inOrder] })
  return rows.map((row) => personEntrySchema.parse(row))
}

/** One of them. Throws `not-found`. */
export async function getPerson(viewer: Viewer | null, actorId: string, id: string): Promise<PersonEntry> {
  const found = (await findPersons(viewer, actorId)).find((person) => person.id === id)
  if (found === undefined) throw new AppError('not-found', 'notFound')
  return found
}
