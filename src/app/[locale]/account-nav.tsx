import { getLocale, getTranslations } from 'next-intl/server'
import { findOwnRoles } from '@/modules/accounts/account.queries'
import { AccountMenu } from '@/modules/accounts/ui/account-menu'
import { currentViewer } from '@/platform/session'
import { LinkButton } from '@/ui/link-button'

/** Right end of the top bar: the account menu, or the way to sign in. */
export async function AccountNav() {
  const [viewer, locale, t] = await Promise.all([currentViewer(), getLocale(), getTranslations('accounts.nav')])
  if (viewer === null) return <LinkButton href="/sign-in">{t('signIn')}</LinkButton>
  return <AccountMenu name={viewer.name} roles={await findOwnRoles(viewer, locale)} />
}
