import { AppError, requireThat } from '@/core/app-error'
import { networkOf } from '@/core/network'
import { inOriginal } from '@/core/localized'
import { erasePersons, objectForPersons } from '@/modules/persons/erase-person.commands'
import { writeDeed } from '@/modules/persons/person.commands'
import { canActAsPerson } from '@/modules/persons/person.policy'
import { ownPageMail, ownPurpose } from '@/modules/privacy/own-data.mail'
import { findOwnData } from '@/modules/privacy/own-data.queries'
import type { CorrectEntry, OwnData } from '@/modules/privacy/own-data.schema'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData } from '@/platform/history'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, issueToken, spendToken } from '@/platform/mailed-token'

const limitsOf = (email: string, address: string) => [
  { deed: 'own-data-address', subject: networkOf(address), max: 3, minutes: 60 },
  { deed: 'own-data-email', subject: email.toLowerCase(), max: 3, minutes: 60 },
]

/** Mails the link to the own page: always, so that nobody learns from it what is held. Throws `limited`. */
export async function askForOwnPage(email: string, from: { address: string; locale: string }): Promise<void> {
  await takeFrom(limitsOf(email, from.address))
  await queueMails(db, [ownPageMail(email, from.locale)])
}

/** A new link to the address of one that is used or too old. Throws `gone` for what was none of ours, `limited`. */
export async function renewOwnPage(token: string, from: { address: string }): Promise<void> {
  const found = await findToken(token, ownPurpose)
  if (found === null) throw new AppError('gone', 'linkGone')
  await askForOwnPage(found.email, { ...from, locale: found.locale })
}

/** What the bearer of a link may see; `gone` when the link is used or too old, null when it never was one. */
export async function openOwnPage(token: string): Promise<OwnData | 'gone' | null> {
  const found = await findToken(token, ownPurpose)
  if (found === null) return null
  return found.state === 'gone' ? 'gone' : findOwnData(found.email)
}

/** Spends the link for one deed and answers the next one, so that several deeds need one mail. */
const byLink = (token: string, deed: (tx: Transaction, email: string) => Promise<void>): Promise<string> =>
  db.$transaction(
    async (tx) => {
      const { email, locale } = await spendToken(tx, token, ownPurpose)
      await deed(tx, email)
      return issueToken(tx, { purpose: ownPurpose, subject: {}, email, locale, minutes: 60 })
    },
    { maxWait: 10_000, timeout: 60_000 },
  )

/** The entries of this address: all, or one. Throws `not-found` for somebody else's. */
async function entriesOf(tx: Transaction, email: string, personId: string): Promise<string[]> {
  const found = await tx.person.findMany({
    where: { email: { equals: email, mode: 'insensitive' }, ...(personId !== 'all' && { id: personId }) },
    select: { id: true },
  })
  if (found.length === 0) throw new AppError('not-found', 'notFound')
  return found.map(({ id }) => id)
}

/** The person objects: hidden in every channel from the next request on. Answers the next link. */
export const objectByLink = ({ token, personId }: { token: string; personId: string }): Promise<string> =>
  byLink(token, async (tx, email) => objectForPersons(tx, { email }, await entriesOf(tx, email, personId)))

/** The person withdraws: erased, and remembered only so that nobody enters them again. Answers the next link. */
export const eraseByLink = ({ token, personId }: { token: string; personId: string }): Promise<string> =>
  byLink(token, async (tx, email) => erasePersons(tx, { email }, await entriesOf(tx, email, personId)))

/** The person corrects name, role, number and language. Answers the next link. */
export const correctByLink = ({ token, personId, name, role, phone, locale }: CorrectEntry): Promise<string> =>
  byLink(token, async (tx, email) => {
    await entriesOf(tx, email, personId)
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      include: { actor: { select: { territoryId: true } } },
    })
    requireThat(canActAsPerson({ email }, person))
    const said = role === undefined ? noJson : inOriginal(locale, role)
    await tx.person.update({
      where: { id: personId },
      data: { name, role: said, phone: phone ?? null, locale, updatedAt: new Date(), version: { increment: 1 } },
    })
    await writeDeed(tx, null, 'correct-person', person, ['name', 'role', 'phone', 'locale'])
    await touchData(tx)
  })
