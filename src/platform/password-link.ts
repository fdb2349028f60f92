import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { idSchema } from '@/core/id'
import { environment } from '@/platform/env'

const minutes = 30
// Another salt is another key: a link is no session, and a session no link.
const salt = 'password-link'

const contentSchema = z.object({ userId: idSchema, sessionVersion: z.number().int() })
export type PasswordLink = z.output<typeof contentSchema>

/**
 * The token of a link that lets its bearer choose a password, for 30 minutes. Nothing of it is stored: it names the
 * account's session version, which choosing a password raises, so that it works once, and no link survives a reset.
 */
export const sealPasswordLink = (link: PasswordLink): Promise<string> =>
  encode({ token: link, secret: environment().AUTH_SECRET, salt, maxAge: minutes * 60 })

/** What a token of ours says; null for anything else and after its time. */
export async function unsealPasswordLink(token: string): Promise<PasswordLink | null> {
  if (token.length > 2000) return null
  const content = await decode({ token, secret: environment().AUTH_SECRET, salt }).catch(() => null)
  return contentSchema.safeParse(content).data ?? null
}
