import { z } from 'zod'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'

const linkSchema = z.object({
  purpose: z.string(),
  subject: z.record(z.string(), z.union([z.string(), z.number()])),
  minutes: z.number(),
})

/** The tokens of the links mailed to an address, the newest first, made as sending makes them. */
export async function mailedLinks(email: string): Promise<string[]> {
  const mails = await db.outboxMail.findMany({ where: { recipient: email }, orderBy: { id: 'desc' } })
  const tokens: string[] = []
  for (const { link, locale } of mails) {
    const { purpose, subject, minutes } = linkSchema.parse(link)
    tokens.push(await db.$transaction((tx) => issueToken(tx, { purpose, subject, minutes, email, locale })))
  }
  return tokens
}
