import { AppError, isAppError, requireThat } from '@/core/app-error'
import { isoDay } from '@/core/blank'
import { changedFields } from '@/core/compare'
import type { StaleForm } from '@/core/form-outcome'
import { newId } from '@/core/id'
import { dayAfterMonths } from '@/core/retention'
import type { Viewer } from '@/core/viewer'
import { noticeMail } from '@/modules/persons/person.mail'
import { canEditPersons, canReadPersons } from '@/modules/persons/person.policy'
import { getPerson } from '@/modules/persons/person.queries'
import { type NewPerson, type PersonForm, personToForm } from '@/modules/persons/person.schema'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { findErased, rememberErased } from '@/platform/erasure'
import { queueMails } from '@/platform/mail'
import { getRetention } from '@/platform/settings-retention'
import { getSettings } from '@/platform/settings'

const fields = [
  'name',
  'role',
  'email',
  'phone',
  'legalBasis',
  'publicationBasis',
  'source',
  'locale',
  'retainUntil',
] as const
/** What the notice tells: when it changes, the person is told again, and is not shown before. */
const told: readonly string[] = ['email', 'legalBasis', 'publicationBasis', 'source']

/**
 * Enters or changes a contact person; returns the id. The notice is queued with it. Throws `not-found` for whoever does
 * not curate the actor, `conflict` when somebody changed the entry meanwhile, `invalid` for somebody who was erased.
 */
export async function savePerson(viewer: Viewer | null, form: PersonForm): Promise<string> {
  const [retention, settings] = await Promise.all([getRetention(), getSettings()])
  const last = dayAfterMonths(new Date(), retention.personMaxMonths)
  return db.$transaction(async (tx) => {
    const actor = await actorOf(tx, viewer, form.actorId)
    requireThat(canEditPersons(viewer, actor), viewer)
    const { person } = form
    requireDay(person.retainUntil, last)
    await refuseErasedPerson(tx, form.actorId, person)
    const id = form.id ?? newId()
    const changed = await writePerson(tx, viewer.userId, { ...form, id }, await objectionOf(tx, person.email))
    if (person.email !== undefined && changed.some((field) => told.includes(field))) {
      await dropNotices(tx, [id])
      const facts = { actor: labelOf(actor), controller: settings.legalNotice, contact: settings.contact }
      await queueMails(tx, [noticeMail({ ...person, id, email: person.email }, facts)])
    }
    await writeDeed(
      tx,
      viewer.userId,
      form.id === undefined ? 'create-person' : 'change-person',
      { id, actor },
      changed,
    )
    return id
  })
}

/** `savePerson` for a form: an entry that somebody changed meanwhile comes back beside what was typed. */
export async function keepPerson(viewer: Viewer | null, form: PersonForm): Promise<{ id: string } | StaleForm> {
  try {
    return { id: await savePerson(viewer, form) }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict' || form.id === undefined) throw error
    const present = await getPerson(viewer, form.actorId, form.id)
    return { stale: { version: present.version, values: personToForm(present) } }
  }
}

/** Takes an entry out. Whoever objected cannot be entered again by mistake. Throws `not-found`, `conflict`. */
export async function removePerson(
  viewer: Viewer | null,
  { actorId, id, version }: { actorId: string; id: string; version: number },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const actor = await actorOf(tx, viewer, actorId)
    requireThat(canEditPersons(viewer, actor), viewer)
    const present = await tx.person.findFirst({ where: { id, actorId } })
    if (present === null) throw new AppError('not-found', 'notFound')
    const { count } = await tx.person.deleteMany({ where: { id, version } })
    if (count === 0) throw new AppError('conflict', 'entryChanged')
    if (present.objectedAt !== null) await rememberErased(tx, marksOf(present))
    await dropNotices(tx, [id])
    await writeDeed(tx, viewer.userId, 'remove-person', { id, actor }, [])
  })
}

/** Under which words somebody is remembered: the entry, the address, and the name where it stood. */
export const marksOf = (person: { id: string; actorId: string; name: string; email: string | null }) => [
  { kind: 'person' as const, value: person.id },
  { kind: 'name' as const, value: `${person.actorId} ${person.name}` },
  ...(person.email === null ? [] : [{ kind: 'email' as const, value: person.email }]),
]

/** Mails that wait to be sent to these persons, and links they got: of no use once the entry has changed or gone. */
export async function dropNotices(tx: Transaction, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds)
    await tx.outboxMail.deleteMany({
      where: {
        state: { not: 'sent' },
        template: 'persons.notice',
        link: { path: ['subject', 'personId'], equals: personId },
      },
    })
}

/** The audit log holds ids and field names, never values; `userId` null: the person, by a mailed link. */
export async function writeDeed(
  tx: Transaction,
  userId: string | null,
  action: string,
  { id, actor }: { id: string; actor: { territoryId: string | null } },
  changed: readonly string[],
): Promise<void> {
  await tx.auditEntry.create({
    data: { userId, action, recordId: id, territoryId: actor.territoryId, fields: [...changed] },
  })
}

const actorOf = async (tx: Transaction, viewer: Viewer | null, actorId: string) => {
  const actor = await tx.actor.findUnique({
    where: { id: actorId },
    select: { territoryId: true, names: { where: { kind: 'label', isOriginal: true }, select: { value: true } } },
  })
  requireThat(viewer !== null, viewer)
  // Who may not see the entries does not learn that the actor is there.
  if (actor === null || !canReadPersons(viewer, actor)) throw new AppError('not-found', 'notFound')
  return actor
}

const labelOf = (actor: { names: readonly { value: string }[] }) => actor.names[0]?.value ?? ''

function requireDay(day: string, last: string): void {
  const refuse = (message: string, values: Record<string, string> = {}) =>
    new AppError('invalid', 'invalid', {}, [{ field: 'retainUntil', message, values }])
  if (day <= isoDay(new Date())) throw refuse('retainPast')
  if (day > last) throw refuse('retainTooLong', { day: last })
}

async function refuseErasedPerson(tx: Transaction, actorId: string, person: NewPerson): Promise<void> {
  const refuse = (field: string) => new AppError('invalid', 'invalid', {}, [{ field, message: 'erasedEntry' }])
  if ((await findErased(tx, 'email', person.email === undefined ? [] : [person.email])).size > 0) throw refuse('email')
  if ((await findErased(tx, 'name', [`${actorId} ${person.name}`])).size > 0) throw refuse('name')
}

/** An objection holds for the person, wherever somebody enters the same address. */
const objectionOf = async (tx: Transaction, email: string | undefined): Promise<Date | null> =>
  email === undefined
    ? null
    : ((
        await tx.person.findFirst({
          where: { email: { equals: email, mode: 'insensitive' }, objectedAt: { not: null } },
        })
      )?.objectedAt ?? null)

async function writePerson(
  tx: Transaction,
  userId: string,
  { id, actorId, version, person }: PersonForm & { id: string },
  objectedAt: Date | null,
): Promise<string[]> {
  const { role, email, phone, publicationBasis, retainUntil, ...rest } = person
  const values = {
    ...rest,
    role: role ?? noJson,
    email: email ?? null,
    phone: phone ?? null,
    publicationBasis: publicationBasis ?? null,
    retainUntil: new Date(retainUntil),
    ...(objectedAt !== null && { objectedAt }),
    updatedById: userId,
    updatedAt: new Date(),
  }
  if (version === undefined) {
    const { count } = await tx.person.createMany({
      data: [{ ...values, id, actorId, createdById: userId }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('conflict', 'entryChanged')
    return fields.filter((field) => person[field] !== undefined)
  }
  const present = await tx.person.findFirst({ where: { id, actorId } })
  if (present === null) throw new AppError('not-found', 'notFound')
  const before = { ...present, retainUntil: isoDay(present.retainUntil) }
  const changed = changedFields(fields, before, person)
  const isToldAgain = changed.some((field) => told.includes(field))
  const { count } = await tx.person.updateMany({
    where: { id, actorId, version },
    data: { ...values, version: { increment: 1 }, ...(isToldAgain && { noticeSentOn: null }) },
  })
  if (count === 0) throw new AppError('conflict', 'entryChanged')
  return changed
}
