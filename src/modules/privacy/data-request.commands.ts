import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { networkOf } from '@/core/network'
import { dayAfterMonths } from '@/core/retention'
import type { Viewer } from '@/core/viewer'
import { z } from 'zod'
import { erasePersons, objectForPersons } from '@/modules/persons/erase-person.commands'
import { answerMail, confirmRequestMail, erasedMail, requestPurpose } from '@/modules/privacy/data-request.mail'
import { canHandleRequest } from '@/modules/privacy/data-request.policy'
import type { Answer, NewRequest } from '@/modules/privacy/data-request.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { eraseTraces } from '@/platform/erasure'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'
import { notifyCoordinators } from '@/platform/notify'

const oneMonth = (from: Date) => new Date(dayAfterMonths(from, 1))
const subjectSchema = z.object({ requestId: z.uuid() })

/** Files a request; it counts once its sender has confirmed the address. Throws `limited`, `invalid`. */
export async function fileRequest(
  { website: _trap, territoryId, ...said }: NewRequest,
  from: { address: string; locale: string },
): Promise<void> {
  await takeFrom([
    { deed: 'data-request-address', subject: networkOf(from.address), max: 3, minutes: 60 },
    { deed: 'data-request-email', subject: said.email.toLowerCase(), max: 3, minutes: 60 },
  ])
  const id = newId()
  await db.$transaction(async (tx) => {
    if (territoryId !== undefined && (await tx.territory.count({ where: { id: territoryId } })) === 0)
      throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'unknown' }])
    await tx.dataRequest.create({
      data: { ...said, id, locale: from.locale, territoryId: territoryId ?? null, dueOn: oneMonth(new Date()) },
    })
    await queueMails(tx, [confirmRequestMail(id, { ...said, locale: from.locale })])
  })
}

/** The request behind a link, not yet confirmed; null for a link that is used, too old or none of ours. */
export async function openRequest(token: string): Promise<{ kind: NewRequest['kind']; message: string } | null> {
  const found = await findToken(token, requestPurpose)
  const subject = subjectSchema.safeParse(found?.subject)
  if (found?.state !== 'live' || !subject.success) return null
  return db.dataRequest.findUnique({ where: { id: subject.data.requestId }, select: { kind: true, message: true } })
}

/** The month begins (art. 12(3)): from now on the request stands in the queue. Throws `gone`. */
export async function confirmRequest(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const spent = await spendToken(tx, token, requestPurpose)
    const { requestId } = subjectSchema.parse(spent.subject)
    const now = new Date()
    const { count } = await tx.dataRequest.updateMany({
      where: { id: requestId, state: 'unconfirmed' },
      data: { state: 'open', confirmedAt: now, dueOn: oneMonth(now) },
    })
    if (count === 0) throw new AppError('gone', 'linkGone')
    const { territoryId } = await tx.dataRequest.findUniqueOrThrow({ where: { id: requestId } })
    await notifyCoordinators(tx, territoryId, { kind: 'dataRequest' })
  })
}

type Open = Awaited<ReturnType<typeof openOne>>

/** A request that waits for an answer, locked. Throws `not-found` for whoever does not answer it. */
async function openOne(tx: Transaction, viewer: Viewer | null, id: string) {
  await tx.$queryRaw`SELECT id FROM data_request WHERE id = ${id}::uuid FOR UPDATE`
  const request = await tx.dataRequest.findUnique({ where: { id } })
  requireThat(viewer !== null, viewer)
  if (request === null || request.state === 'unconfirmed' || !canHandleRequest(viewer, request))
    throw new AppError('not-found', 'notFound')
  if (request.state !== 'open') throw new AppError('conflict', 'requestAnswered')
  return { ...request, handledBy: viewer }
}

async function close(
  tx: Transaction,
  { id, handledBy, territoryId }: Open,
  state: 'done' | 'declined',
  answer: string,
) {
  await tx.dataRequest.update({
    where: { id },
    data: { state, answer, decidedAt: new Date(), decidedById: handledBy.userId },
  })
  await tx.auditEntry.create({
    data: { userId: handledBy.userId, action: `request-${state}`, recordId: id, territoryId, fields: [] },
  })
}

const inOne = <Result>(work: (tx: Transaction) => Promise<Result>) =>
  db.$transaction(work, { maxWait: 10_000, timeout: 60_000 })

/** Answers a request, as done or as declined with the reason; the sender is told. Throws `not-found`, `conflict`. */
export async function answerRequest(viewer: Viewer | null, { id, outcome, answer }: Answer): Promise<void> {
  await inOne(async (tx) => {
    const request = await openOne(tx, viewer, id)
    await close(tx, request, outcome, answer)
    await queueMails(tx, [answerMail(request, { outcome, answer })])
  })
}

/** Entries of the sender that the viewer answers for. */
async function entriesFor(tx: Transaction, { email, handledBy }: Open): Promise<{ ids: string[]; elsewhere: number }> {
  const found = await tx.person.findMany({
    where: { email: { equals: email, mode: 'insensitive' } },
    select: { id: true, actor: { select: { territoryId: true } } },
  })
  const own = found.filter(({ actor }) => handledBy.can('coordinator', actor.territoryId))
  return { ids: own.map(({ id }) => id), elsewhere: found.length - own.length }
}

/** Hides the sender's entries everywhere. The request stays open until it is answered. Throws `not-found`, `conflict`. */
export async function objectForRequest(viewer: Viewer | null, id: string): Promise<void> {
  await inOne(async (tx) => {
    const request = await openOne(tx, viewer, id)
    await objectForPersons(tx, { viewer: request.handledBy }, (await entriesFor(tx, request)).ids)
  })
}

/**
 * Erases the sender's entries and closes the request with one last mail. Entries that another territory curates are for
 * its coordinator: the request then goes to the administrators. Throws `not-found`, `conflict`.
 */
export async function eraseForRequest(viewer: Viewer | null, id: string): Promise<void> {
  await inOne(async (tx) => {
    const request = await openOne(tx, viewer, id)
    const { ids, elsewhere } = await entriesFor(tx, request)
    await erasePersons(tx, { viewer: request.handledBy }, ids)
    if (elsewhere > 0) {
      await tx.dataRequest.update({ where: { id }, data: { territoryId: null } })
      await notifyCoordinators(tx, null, { kind: 'dataRequest' }, request.handledBy.userId)
      return
    }
    // Somebody may have no entry and yet have suggested or asked something; an account is erased by a deed of its own.
    if ((await tx.user.count({ where: { email: request.email } })) === 0)
      await eraseTraces(tx, { emails: [request.email], names: [], local: [], records: [] })
    await close(tx, request, 'done', '')
    // What the request itself says of the sender is of no use any more.
    await tx.dataRequest.update({ where: { id }, data: { name: '', email: '', message: '', answer: null } })
    await queueMails(tx, [erasedMail(request)])
  })
}
