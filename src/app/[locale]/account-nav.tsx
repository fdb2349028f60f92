import { getLocale, getTranslations } from 'next-intl/server'
import { findOwnRoles } from '@/modules/accounts/account.queries'
import { AccountMenu } from '@/modules/accounts/ui/account-menu'
import { isUnavailable } from '@/platform/problem'
import { currentViewer } from '@/platform/session'
import { LinkButton } from '@/ui/link-button'

/** Right end of the top bar: the account menu, or the way to sign in; nothing while nobody can tell who asks. */
export async function AccountNav() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('accounts.nav')])
  try {
    const viewer = await currentViewer()
    if (viewer === null) return <LinkButton href="/sign-in">{t('signIn')}</LinkButton>
    return <AccountMenu name={viewer.name} roles={await findOwnRoles(viewer, locale)} />
  } catch (error) {
    // The page below says it with 503; a frame that threw would take its place.
    if (!isUnavailable(error)) throw error
    return null
  }
}
