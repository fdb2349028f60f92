import { redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import { currentSession } from '@/platform/session'
import type { LiveSession } from '@/platform/session-life'

/** Whoever is signed in has an account of their own, also without any role; a visitor signs in first and comes back. */
export async function ownSession(locale: Locale, path: string): Promise<LiveSession> {
  const session = await currentSession()
  if (session === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  decided() // one's own, and nobody else's
  return session
}
