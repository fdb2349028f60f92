import { cookies } from 'next/headers'
import { hasLocale } from 'next-intl'
import { isAppError } from '@/core/app-error'
import { ownPath } from '@/core/own-path'
import { routing } from '@/i18n/routing'
import { signInByService } from '@/modules/accounts/account.commands'
import { confirmedEmail } from '@/platform/auth-service'
import { enter } from '@/platform/session'
import { hostCookie } from '@/platform/session-cookie'
import { visitOf } from '@/platform/session-request'

/** Lets in whom the other sign-in service has named; returns where to go on. It never makes an account. */
export async function enterByService(profile: unknown, headers: Headers): Promise<string> {
  try {
    const opening = await signInByService(confirmedEmail(profile), visitOf(headers))
    const target = await wantedPath(headers)
    const language = target.slice(1, 3)
    return await enter(opening, target, hasLocale(routing.locales, language) ? language : routing.defaultLocale)
  } catch (error) {
    if (isAppError(error) && error.code === 'unauthenticated') return '/sign-in?error=service'
    throw error
  }
}

/** next-auth keeps the address that was wanted before the way out, with our host. */
async function wantedPath(headers: Headers): Promise<string> {
  const address = (await cookies()).get(hostCookie('callback', headers).name)?.value ?? ''
  const { pathname, search } = URL.canParse(address) ? new URL(address) : { pathname: '', search: '' }
  return ownPath(pathname === '/' ? '' : pathname + search, '/desk')
}
