import { requireThat } from '@/core/app-error'
import { fold } from '@/core/fold'
import { isId } from '@/core/id'
import { dropNotices, marksOf, writeDeed } from '@/modules/persons/person.commands'
import { type Asker, canActAsPerson, canErasePerson } from '@/modules/persons/person.policy'
import type { Transaction } from '@/platform/bulk'
import { eraseTraces, rememberErased } from '@/platform/erasure'
import { touchData } from '@/platform/history'
import { notifyCoordinators } from '@/platform/notify'
import { findTraces } from '@/platform/traces'

const whole = {
  include: {
    actor: {
      select: {
        id: true,
        territoryId: true,
        phone: true,
        names: { select: { folded: true, value: true, isOriginal: true } },
      },
    },
  },
} as const

const findWhole = (tx: Transaction, ids: readonly string[]) =>
  tx.person.findMany({ where: { id: { in: [...ids] } }, ...whole })
type Whole = Awaited<ReturnType<typeof findWhole>>[number]

const askerOf = (asker: Asker): string | null => ('viewer' in asker ? (asker.viewer?.userId ?? null) : null)

/**
 * Erases contact persons with all that is left of them: history, drafts, mails, notices, import rows, texts of their own
 * records. `remember`: neither an import nor a restored copy brings them back. Where a text of another record still
 * holds the name, whoever curates it is asked to read it, since many people share a name. Throws `forbidden`.
 */
export async function erasePersons(
  tx: Transaction,
  asker: Asker,
  ids: readonly string[],
  { remember = true, action = 'erase-person' }: { remember?: boolean; action?: string } = {},
): Promise<void> {
  const persons = await findWhole(tx, ids)
  for (const person of persons) requireThat(canErasePerson(asker, person), 'viewer' in asker ? asker.viewer : undefined)
  await dropNotices(tx, ids)
  await tx.person.deleteMany({ where: { id: { in: [...ids] } } })
  for (const person of persons) {
    await eraseTraces(tx, await tracesOf(tx, person))
    if (remember) await rememberErased(tx, marksOf(person))
    await writeDeed(tx, askerOf(asker), action, person, [])
    await tellOfMentions(tx, person)
  }
  if (persons.length > 0) await touchData(tx)
}

/**
 * Hides contact persons from everybody but those who curate the actor, from the next request on, and stops every mail to
 * them. Throws `forbidden`.
 */
export async function objectForPersons(tx: Transaction, asker: Asker, ids: readonly string[]): Promise<void> {
  const persons = await findWhole(tx, ids)
  for (const person of persons)
    requireThat(
      canActAsPerson(asker, person) || canErasePerson(asker, person),
      'viewer' in asker ? asker.viewer : undefined,
    )
  await tx.person.updateMany({
    where: { id: { in: [...ids] }, objectedAt: null },
    data: { objectedAt: new Date(), version: { increment: 1 } },
  })
  await dropNotices(tx, ids)
  for (const person of persons.filter(({ objectedAt }) => objectedAt === null)) {
    await tx.outboxMail.deleteMany({
      where: {
        state: 'queued',
        template: 'persons.relay',
        recipient: { equals: person.email ?? '', mode: 'insensitive' },
      },
    })
    await writeDeed(tx, askerOf(asker), 'object-person', person, ['objectedAt'])
    const record = { kind: 'actor' as const, id: person.actorId }
    await notifyCoordinators(
      tx,
      person.actor.territoryId,
      { kind: 'personObjected', record },
      askerOf(asker) ?? undefined,
    )
  }
  if (persons.length > 0) await touchData(tx)
}

/** The words of a person, and the records where they can only mean this one. */
async function tracesOf(tx: Transaction, { name, email, phone, actor }: Whole) {
  const relations = await tx.relation.findMany({
    where: { OR: [{ holderId: actor.id }, { parties: { some: { actorId: actor.id } } }] },
    select: { id: true },
  })
  // The same address still serves an account or another entry: there it stays.
  const isShared =
    email !== null &&
    ((await tx.user.count({ where: { email } })) > 0 ||
      (await tx.person.count({ where: { email: { equals: email, mode: 'insensitive' } } })) > 0)
  // A body named after its founder keeps its name, and its own telephone.
  const isBody = actor.names.some(({ folded }) => folded.includes(fold(name)))
  const digits = (text: string | null) => text?.replace(/\D/g, '') ?? ''
  const own = email === null ? [] : [email]
  return {
    emails: isShared ? [] : own,
    names: isBody ? [] : [name],
    local: [...(phone !== null && digits(phone) !== digits(actor.phone) ? [phone] : []), ...(isShared ? own : [])],
    records: [actor.id, ...relations.map(({ id }) => id)],
  }
}

/** At most so many notices about one name: a name that common is nobody's. */
const mostMentions = 20

async function tellOfMentions(tx: Transaction, person: Whole): Promise<void> {
  const traces = await findTraces(tx, [person.name])
  const kindOf = { actor: 'actor', actor_name: 'actor', relation: 'relation' } as const
  const isKnown = (table: string): table is keyof typeof kindOf => Object.hasOwn(kindOf, table)
  const found = new Map<string, 'actor' | 'relation'>()
  for (const { table, recordId, recordKind } of traces) {
    if (recordId === null || !isId(recordId)) continue
    if (isKnown(table)) found.set(recordId, kindOf[table])
    else if (recordKind === 'actor' || recordKind === 'relation') found.set(recordId, recordKind)
  }
  for (const [id, kind] of [...found].slice(0, mostMentions)) {
    const where = { where: { id }, select: { territoryId: true } }
    const record = kind === 'actor' ? await tx.actor.findUnique(where) : await tx.relation.findUnique(where)
    if (record !== null)
      await notifyCoordinators(tx, record.territoryId, { kind: 'personMentioned', record: { kind, id } })
  }
}
