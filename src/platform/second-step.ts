// Between the first proof (password, mailed link, other sign-in service) and the second one there is no session: who is
// half way in is sealed in a cookie of its own.
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { idSchema } from '@/core/id'
import { environment } from '@/platform/env'
import { hostCookie } from '@/platform/session-cookie'

export const secondStepSeconds = 10 * 60
// Another salt is another key: half way in is not in.
const salt = 'second-step'

const contentSchema = z.object({ userId: idSchema, sessionVersion: z.number().int() })
export type SecondStep = z.output<typeof contentSchema>

export const secondStepCookie = (headers: Headers) => hostCookie('step', headers)

export const sealSecondStep = ({ userId, sessionVersion }: SecondStep): Promise<string> =>
  encode({
    token: { userId, sessionVersion },
    secret: environment().AUTH_SECRET,
    salt,
    maxAge: secondStepSeconds,
  })

/** Who is half way in; null for anything we did not seal in the last ten minutes. */
export async function unsealSecondStep(token: string | undefined): Promise<SecondStep | null> {
  if (token === undefined || token.length > 2000) return null
  const content = await decode({ token, secret: environment().AUTH_SECRET, salt }).catch(() => null)
  return contentSchema.safeParse(content).data ?? null
}
