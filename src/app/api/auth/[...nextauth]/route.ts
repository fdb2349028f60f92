import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { isAppError, statusOf, type AppErrorCode } from '@/core/app-error'
import { ownPath } from '@/core/own-path'
import type { Opening } from '@/core/opening'
import { signIn } from '@/modules/accounts/account.commands'
import { signInSchema } from '@/modules/accounts/account.schema'
import { passSealedStep } from '@/modules/accounts/second-step.commands'
import { endSession } from '@/modules/accounts/session.commands'
import { typedCode } from '@/modules/accounts/two-factor.schema'
import { authLogger, signInServices } from '@/platform/auth-service'
import { isUnavailable } from '@/platform/problem'
import { rememberBrowser } from '@/platform/session'
import { hostCookie, needsSecureCookies, sessionCookie, sessionLife } from '@/platform/session-cookie'
import { findLiveSession } from '@/platform/session-life'
import { visitOf } from '@/platform/session-request'
import { enterByService } from './enter-by-service'

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
    if (failure.code === 'limited' || failure.code === 'unavailable')
      return refusal(failure.code, Number(failure.values.minutes ?? 1))
  } else if (isUnavailable(failure)) return refusal('unavailable', 1)
  else if (failure !== undefined) throw new Error('sign-in failed', { cause: failure })
  if (!(response instanceof Response)) throw new Error('next-auth answered for another kind of server')
  return response
}

const refusal = (code: AppErrorCode, minutes: number) =>
  Response.json(
    { type: 'about:blank', title: code, status: statusOf[code] },
    {
      status: statusOf[code],
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        'retry-after': String(minutes * 60),
      },
    },
  )

/**
 * Leads to the other sign-in service. A link, not next-auth's form: browsers hold the redirect of a form to another
 * host against `form-action 'self'`. What protects the way back is state, nonce and PKCE, not the form.
 */
async function leadToService(request: NextRequest, context: Context): Promise<Response> {
  const asked = await answer(request, { params: Promise.resolve({ nextauth: ['csrf'] }) })
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await asked.json())
  const jar = await cookies()
  const { name, options } = hostCookie('csrf', request.headers)
  const made = asked.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  if (made !== undefined) jar.set(name, decodeURIComponent(made.slice(name.length + 1).split(';', 1)[0] ?? ''), options)
  const body = new URLSearchParams({ csrfToken, callbackUrl: request.nextUrl.searchParams.get('callbackUrl') ?? '/' })
  // Without the query, all of which next-auth would pass on.
  const start = new URL(request.nextUrl.pathname, request.url)
  return answer(new NextRequest(start, { method: 'POST', headers: request.headers, body }), context)
}

async function read(request: NextRequest, context: Context): Promise<Response> {
  const [action, provider] = (await context.params).nextauth
  // A password in an address is none: next-auth would call this a fault of ours (500).
  if (action === 'callback' && provider !== 'oidc')
    return new Response(null, { status: 405, headers: { allow: 'POST', 'cache-control': 'no-store' } })
  return action === 'signin' && provider === 'oidc' ? leadToService(request, context) : answer(request, context)
}

export { read as GET, answer as POST }

/** A program sends both proofs at once: the code of the app beside the password. Null when it sent none. */
async function secondProof(step: string, code: unknown, headers: Headers): Promise<Opening | null> {
  const typed = typedCode.safeParse(code)
  return typed.success ? passSealedStep(step, typed.data, visitOf(headers)) : null
}

const optionsFor = ({ headers }: NextRequest, onFailure: (error: unknown) => void): NextAuthOptions => ({
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
      authorize: async (given) => {
        const parsed = signInSchema.safeParse({ email: given?.email, password: given?.password })
        if (!parsed.success) return null
        try {
          const opening = await signIn(parsed.data, visitOf(headers))
          const opened = 'secondStep' in opening ? await secondProof(opening.secondStep, given?.code, headers) : opening
          if (opened === null || 'secondStep' in opened) return null
          await rememberBrowser(opened.device)
          // What next-auth calls the user is our session: its id is all the token holds.
          return { id: opened.sessionId }
        } catch (error) {
          onFailure(error)
          return null
        }
      },
    }),
    ...signInServices(),
  ],
  session: { strategy: 'jwt', maxAge: sessionLife.absoluteSeconds },
  useSecureCookies: needsSecureCookies(headers),
  cookies: {
    sessionToken: sessionCookie(headers),
    csrfToken: hostCookie('csrf', headers),
    callbackUrl: hostCookie('callback', headers),
    pkceCodeVerifier: hostCookie('pkce', headers),
    state: hostCookie('state', headers),
    nonce: hostCookie('nonce', headers),
  },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  callbacks: {
    signIn: async ({ account, profile }) => {
      if (account?.provider !== 'oidc') return true
      try {
        return await enterByService(profile, headers)
      } catch (error) {
        onFailure(error)
        return false
      }
    },
    jwt: ({ token, user }) => (user === undefined ? { sid: token.sid } : { sid: user.id }),
    session: async ({ session, token }) => {
      const sid = typeof token.sid === 'string' ? token.sid : null
      const live = await (sid === null ? null : findLiveSession(sid).catch(onFailure))
      // next-auth takes the cookie of a session that is over away when it is told so.
      if (!live) throw new Error('over')
      return { expires: session.expires, user: { name: live.viewer.name } }
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
  logger: authLogger,
})
