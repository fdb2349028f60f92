import { AppError } from '@/core/app-error'
import { networkOf } from '@/core/network'
import { ownPageLink } from '@/modules/persons/person.mail'
import { findReachable, findWaitingMessage } from '@/modules/persons/relay.queries'
import { type RelayForm, relaySubjectSchema, type WaitingMessage } from '@/modules/persons/relay.schema'
import { db } from '@/platform/db'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'

export const relayPurpose = 'persons.relay'

/**
 * A visitor writes to a contact person: nothing leaves before the writer's own address is confirmed by a link. Throws
 * `limited` (3 an hour from one network, and to one address), `gone` when the person cannot be written to.
 */
export async function writeToPerson(form: RelayForm, from: { address: string; locale: string }): Promise<void> {
  await takeFrom([
    { deed: 'relay-address', subject: networkOf(from.address), max: 3, minutes: 60 },
    { deed: 'relay-email', subject: form.email.toLowerCase(), max: 3, minutes: 60 },
  ])
  const person = await findReachable(form.to)
  if (person === null) throw new AppError('gone', 'notReachable')
  await queueMails(db, [
    {
      template: 'persons.confirm',
      to: form.email,
      locale: from.locale,
      parameters: { sender: form.name, name: person.name, actor: person.actor.name },
      link: {
        purpose: relayPurpose,
        subject: { personId: person.id, name: form.name, message: form.message },
        path: '/message',
        minutes: 24 * 60,
      },
    },
  ])
}

/** The message behind a link, not yet sent; null for a link that is gone or never was, or nobody to write to. */
export async function openMessage(token: string): Promise<WaitingMessage | null> {
  const found = await findToken(token, relayPurpose)
  const subject = relaySubjectSchema.safeParse(found?.subject)
  return found?.state === 'live' && subject.success ? findWaitingMessage(subject.data, found.email) : null
}

/** Passes the message on, once. Throws `gone` for a link that is used or too old, or when nobody can be written to. */
export async function passOnMessage(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const spent = await spendToken(tx, token, relayPurpose)
    const { personId, name, message } = relaySubjectSchema.parse(spent.subject)
    // The text is not kept once it is passed on.
    await tx.mailedToken.update({ where: { id: spent.id }, data: { subject: {} } })
    await tx.outboxMail.deleteMany({
      where: {
        template: 'persons.confirm',
        recipient: spent.email,
        link: { path: ['subject', 'personId'], equals: personId },
      },
    })
    const person = await findReachable(personId, tx)
    if (person === null) throw new AppError('gone', 'notReachable')
    // At most 20 a day reach one person, whoever writes.
    await takeFrom([{ deed: 'relay-person', subject: personId, max: 20, minutes: 24 * 60 }])
    await queueMails(tx, [
      {
        template: 'persons.relay',
        to: person.email,
        replyTo: spent.email,
        locale: person.locale,
        parameters: { name: person.name, actor: person.actor.name, sender: name, message, replyTo: spent.email },
        link: ownPageLink(person.id),
      },
    ])
  })
}
