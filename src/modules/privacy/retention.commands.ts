import { requireThat } from '@/core/app-error'
import { dayAfterMonths, type Retention } from '@/core/retention'
import type { Viewer } from '@/core/viewer'
import { systemViewer } from '@/core/viewer'
import { erasePersons } from '@/modules/persons/erase-person.commands'
import { relayPurpose } from '@/modules/persons/relay.commands'
import { canRunRetention } from '@/modules/privacy/retention.policy'
import { type RetentionCounts, retentionCountsSchema, type retentionParts } from '@/modules/privacy/retention.schema'
import { eraseReturned, findReturned } from '@/modules/privacy/returned.commands'
import { noJson } from '@/platform/bulk'
import { db } from '@/platform/db'
import { getRetention } from '@/platform/settings-retention'

type Part = (typeof retentionParts)[number]
type Due = { count: () => Promise<number>; clear: () => Promise<unknown> }

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const monthsAgo = (months: number) => new Date(dayAfterMonths(new Date(), -months))
/** What waited for the confirmation of an address that never came. */
const unconfirmedDays = 7

/** Mails that hold a message of others, or the last address of somebody who was erased: they go once they have left. */
const atOnce = ['persons.confirm', 'persons.relay', 'privacy.erased']

/** What is past its time, as the settings say at this moment. */
function dueNow(retention: Retention): Record<Part, Due> {
  const persons = { retainUntil: { lt: new Date() } }
  const decided = { email: { not: null }, decidedAt: { lt: monthsAgo(retention.suggestionMonths) } }
  const unconfirmed = { state: 'unconfirmed' as const, createdAt: { lt: daysAgo(unconfirmedDays) } }
  const requests = {
    OR: [{ decidedAt: { lt: monthsAgo(retention.requestMonths) } }, unconfirmed],
  }
  const invitations = { expiresAt: { lt: daysAgo(retention.tokenDays) } }
  const mails = {
    recipient: { not: '' },
    OR: [
      { state: 'sent' as const, sentAt: { lt: daysAgo(retention.mailDays) } },
      { state: 'failed' as const, createdAt: { lt: daysAgo(retention.mailDays) } },
      { state: 'sent' as const, template: { in: [...atOnce] } },
    ],
  }
  const links = {
    OR: [
      { expiresAt: { lt: daysAgo(retention.tokenDays) } },
      // It carries a message to somebody.
      { expiresAt: { lt: new Date() }, purpose: relayPurpose },
    ],
  }
  const ended = daysAgo(retention.sessionDays)
  const sessions = { OR: [{ expiresAt: { lt: ended } }, { endedAt: { lt: ended } }] }
  const counters = { resetsAt: { lt: new Date() } }
  return {
    persons: { count: () => db.person.count({ where: persons }), clear: clearPersons },
    suggestions: {
      count: () => db.suggestion.count({ where: { OR: [decided, unconfirmed] } }),
      clear: async () => {
        await db.suggestion.updateMany({ where: decided, data: { email: null } })
        await db.suggestion.deleteMany({ where: unconfirmed })
      },
    },
    requests: {
      count: () => db.dataRequest.count({ where: requests }),
      clear: () => db.dataRequest.deleteMany({ where: requests }),
    },
    invitations: {
      count: () => db.invitation.count({ where: invitations }),
      clear: () => db.invitation.deleteMany({ where: invitations }),
    },
    mails: {
      count: () => db.outboxMail.count({ where: mails }),
      // The row stays for its key: what was sent once is not sent again.
      clear: () => clearMails(mails),
    },
    links: {
      count: () => db.mailedToken.count({ where: links }),
      clear: () => db.mailedToken.deleteMany({ where: links }),
    },
    sessions: {
      count: () => db.session.count({ where: sessions }),
      clear: () => db.session.deleteMany({ where: sessions }),
    },
    counters: {
      count: () => db.limitCounter.count({ where: counters }),
      clear: () => db.limitCounter.deleteMany({ where: counters }),
    },
    returned: {
      count: async () => (await findReturned()).count,
      clear: () => eraseReturned(systemViewer),
    },
  }
}

/** Entries that nobody prolonged. They may be entered again: nobody asked for them to stay away. */
async function clearPersons(): Promise<void> {
  for (;;) {
    const due = await db.person.findMany({ where: { retainUntil: { lt: new Date() } }, select: { id: true }, take: 1 })
    if (due.length === 0) return
    const ids = due.map(({ id }) => id)
    await db.$transaction(
      (tx) => erasePersons(tx, { viewer: systemViewer }, ids, { remember: false, action: 'expire-person' }),
      { maxWait: 10_000, timeout: 60_000 },
    )
  }
}

const clearMails = (where: Parameters<typeof db.outboxMail.updateMany>[0]['where']) =>
  db.outboxMail.updateMany({
    ...(where && { where }),
    data: { recipient: '', replyTo: null, parameters: {}, link: noJson, lastError: null },
  })

/** How many of each are past their time: what `runRetention` would take away. Throws `forbidden`. */
export async function planRetention(viewer: Viewer | null): Promise<RetentionCounts> {
  requireThat(canRunRetention(viewer), viewer)
  const due = Object.entries(dueNow(await getRetention()))
  const counts = due.map(async ([part, { count }]): Promise<[string, number]> => [part, await count()])
  return retentionCountsSchema.parse(Object.fromEntries(await Promise.all(counts)))
}

/** Takes away what is past its time; answers how many there were. Throws `forbidden`. */
export async function runRetention(viewer: Viewer | null): Promise<RetentionCounts> {
  const counts = await planRetention(viewer)
  for (const { clear } of Object.values(dueNow(await getRetention()))) await clear()
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total > 0 && viewer !== null)
    await db.auditEntry.create({ data: { userId: viewer.userId, action: 'run-retention', fields: [] } })
  return counts
}
