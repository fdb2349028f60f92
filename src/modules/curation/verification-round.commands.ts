import { requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { stillTrueMail } from '@/modules/curation/verification.mail'
import { canAskHolders } from '@/modules/curation/verification.policy'
import { findDueRecords, findUnanswered, getCareSettings } from '@/modules/curation/verification.queries'
import { roundOf } from '@/modules/curation/verification.schema'
import { insertRows } from '@/platform/bulk'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'

/** What a start of a round did: mails queued, and records whose holder has no address. */
type Asked = { asked: number; withoutAddress: number }

const requestColumns = {
  id: 'uuid',
  record_kind: 'record_kind',
  record_id: 'uuid',
  territory_id: 'uuid',
  round: 'text',
  recipient: 'text',
}

/**
 * Asks the holders of the records longest unconfirmed, one batch of them, in this half-year's round. Whoever presses
 * twice asks the next batch; nobody is asked twice about one record in a round. Throws `forbidden`.
 */
export async function askHolders(viewer: Viewer | null, territoryId: string | null): Promise<Asked> {
  requireThat(canAskHolders(viewer, territoryId), viewer)
  const round = roundOf(new Date())
  return db.$transaction(async (tx) => {
    // Two starts at once would both find the same records: the second waits, and finds the next ones.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`ask ${round} ${territoryId ?? 'commons'}`}))`
    const due = await findDueRecords(viewer, { territoryId, round }, tx)
    const requests = due.map((record) => ({ record, requestId: newId() }))
    await insertRows(
      tx,
      'verification_request',
      requestColumns,
      requests.map(({ record, requestId }) => ({
        id: requestId,
        record_kind: record.kind,
        record_id: record.id,
        territory_id: territoryId,
        round,
        recipient: record.recipient,
      })),
    )
    const mails = requests.flatMap(({ record, requestId }) =>
      record.recipient === null ? [] : [stillTrueMail(record, { requestId, to: record.recipient })],
    )
    await queueMails(tx, await Promise.all(mails))
    return { asked: mails.length, withoutAddress: due.length - mails.length }
  })
}

/** Reminds, once, whoever did not answer for some days. Returns the number of mails. */
export async function remindHolders(viewer: Viewer | null): Promise<number> {
  requireThat(viewer?.userId === systemViewer.userId, viewer)
  const { remindDays } = await getCareSettings()
  return db.$transaction(async (tx) => {
    const asked = await findUnanswered(tx, remindDays, 200)
    const mails = asked.map((record) =>
      stillTrueMail(record, { requestId: record.requestId, to: record.address, isReminder: true }),
    )
    await tx.verificationRequest.updateMany({
      where: { id: { in: asked.map(({ requestId }) => requestId) } },
      data: { remindedAt: new Date() },
    })
    await queueMails(tx, await Promise.all(mails))
    return mails.length
  })
}

const daysBetween = 6

/** Lets the rounds go on by themselves, where an administrator wishes so: a batch a week for each territory. */
export async function continueRounds(viewer: Viewer | null): Promise<void> {
  requireThat(viewer?.userId === systemViewer.userId, viewer)
  if (!(await getCareSettings()).automatic) return
  const territories = await db.territory.findMany({ select: { id: true } })
  for (const territoryId of [null, ...territories.map(({ id }) => id)]) {
    const since = new Date(Date.now() - daysBetween * 86_400_000)
    const isAsked = await db.verificationRequest.findFirst({ where: { territoryId, askedAt: { gt: since } } })
    if (isAsked === null) await askHolders(viewer, territoryId)
  }
}
