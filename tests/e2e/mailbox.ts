import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { z } from 'zod'
import { linkOf } from '../letter'

export const mailFolder = '.data-test/mailbox'

const letterSchema = z.object({
  to: z.array(z.string()),
  head: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})

/** Mails to one address, oldest first. */
export const mailsTo = (to: string) =>
  readdirSync(mailFolder)
    .sort()
    .map((name) => letterSchema.parse(JSON.parse(readFileSync(join(mailFolder, name), 'utf8'))))
    .filter((letter) => letter.to.includes(to))

/** Waits for the newest mail to an address, when it is at least the `nth`; `link` is the address behind its button. */
export async function mailTo(to: string, nth = 1) {
  await expect.poll(() => mailsTo(to).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(nth)
  const letter = mailsTo(to).at(-1)
  if (letter === undefined) throw new Error(`no mail to ${to}`)
  return { ...letter, link: linkOf(letter) }
}
