import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { NextRequest } from 'next/server'
import { isAppError, statusOf, type AppError } from '@/core/app-error'
import { ownPath } from '@/core/own-path'
import { signIn } from '@/modules/accounts/account.commands'
import { signInSchema } from '@/modules/accounts/account.schema'
import { endSession } from '@/modules/accounts/session.commands'
import { visitOf } from '@/platform/session-request'
import { hostCookie, needsSecureCookies, sessionCookie, sessionLife } from '@/platform/session-cookie'
import { findLiveSession } from '@/platform/session-life'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own addresses, for programs that sign in as 4-contracts says; people use the form of /sign-in. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  // next-auth would put the message of any error into the address it redirects to: errors pass it by.
  let failure: unknown
  const response: unknown = await NextAuth(
    request,
    context,
    optionsFor(request, (error) => (failure = error)),
  )
  if (isAppError(failure)) {
    if (failure.code === 'limited' || failure.code === 'unavailable') return refusal(failure)
  } else if (failure !== undefined) throw new Error('sign-in failed', { cause: failure })
  if (!(response instanceof Response)) throw new Error('next-auth answered for another kind of server')
  return response
}

const refusal = ({ code, values }: AppError) =>
  Response.json(
    { type: 'about:blank', title: code, status: statusOf[code] },
    {
      status: statusOf[code],
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        'retry-after': String(Number(values.minutes ?? 1) * 60),
      },
    },
  )

/** A password in an address is none: next-auth would call this a fault of ours (500). */
const read = async (request: NextRequest, context: Context): Promise<Response> =>
  (await context.params).nextauth[0] === 'callback'
    ? new Response(null, { status: 405, headers: { allow: 'POST', 'cache-control': 'no-store' } })
    : answer(request, context)

export { read as GET, answer as POST }

const optionsFor = ({ headers }: NextRequest, onFailure: (error: unknown) => void): NextAuthOptions => ({
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (given) => {
        const parsed = signInSchema.safeParse({ email: given?.email, password: given?.password })
        if (!parsed.success) return null
        try {
          // What next-auth calls the user is our session: its id is all the token holds.
          const opening = await signIn(parsed.data, visitOf(headers))
          return 'sessionId' in opening ? { id: opening.sessionId } : null
        } catch (error) {
          onFailure(error)
          return null
        }
      },
    }),
  ],
  session: { strategy: 'jwt', maxAge: sessionLife.absoluteSeconds },
  useSecureCookies: needsSecureCookies(headers),
  cookies: {
    sessionToken: sessionCookie(headers),
    csrfToken: hostCookie('csrf', headers),
    callbackUrl: hostCookie('callback', headers),
  },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  callbacks: {
    jwt: ({ token, user }) => (user === undefined ? { sid: token.sid } : { sid: user.id }),
    session: async ({ session, token }) => {
      const live = typeof token.sid === 'string' ? await findLiveSession(token.sid) : null
      return { expires: session.expires, ...(live !== null && { user: { name: live.viewer.name } }) }
    },
    redirect: ({ url, baseUrl }) =>
      baseUrl + ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url, '/'),
  },
  events: {
    signOut: async ({ token }) => {
      const live = typeof token.sid === 'string' ? await findLiveSession(token.sid) : null
      if (live !== null) await endSession(live.viewer, live.id)
    },
  },
})
