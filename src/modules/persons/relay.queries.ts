import { canWriteTo } from '@/modules/persons/relay.policy'
import { type RelaySubject, type WaitingMessage, waitingMessageSchema } from '@/modules/persons/relay.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** A contact person who may be written to now, with the name and page of the actor; null for everybody else. */
export async function findReachable(personId: string, client: Transaction = db) {
  const found = await client.person.findUnique({
    where: { id: personId },
    include: {
      actor: {
        select: {
          slug: true,
          status: true,
          visibility: true,
          names: { where: { kind: 'label', isOriginal: true }, select: { value: true } },
        },
      },
    },
  })
  if (found === null || found.email === null || !canWriteTo(found, found.actor)) return null
  const { id, name, email, locale, actor } = found
  return { id, name, email, locale, actor: { slug: actor.slug, name: actor.names[0]?.value ?? '' } }
}

/** What waits behind the link of a confirmation; null when nobody can be written to any more. */
export async function findWaitingMessage(subject: RelaySubject, email: string): Promise<WaitingMessage | null> {
  const person = await findReachable(subject.personId)
  if (person === null) return null
  const to = { name: person.name, actor: person.actor.name, slug: person.actor.slug }
  return waitingMessageSchema.parse({ ...subject, email, to })
}
