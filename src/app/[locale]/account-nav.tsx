import { getLocale, getTranslations } from 'next-intl/server'
import { findOwnRoles } from '@/modules/accounts/account.queries'
import { AccountMenu } from '@/modules/accounts/ui/account-menu'
import { isUnavailable } from '@/platform/problem'
import { currentViewer } from '@/platform/session'
import { LinkButton } from '@/ui/link-button'

/** Right end of the top bar: the account menu, or the way to sign in; nothing while nobody can tell who asks. */
export async function AccountNav() {
  const [asking, t] = await Promise.all([whoAsks(), getTranslations('accounts.nav')])
  if (asking === 'unknown') return null
  if (asking === 'visitor')
    return (
      <LinkButton href="/sign-in">
        <span className="whitespace-nowrap">{t('signIn')}</span>
      </LinkButton>
    )
  return <AccountMenu name={asking.name} roles={asking.roles} />
}

async function whoAsks() {
  try {
    const [viewer, locale] = await Promise.all([currentViewer(), getLocale()])
    return viewer === null ? 'visitor' : { name: viewer.name, roles: await findOwnRoles(viewer, locale) }
  } catch (error) {
    // The page below says it with 503; a frame that threw would take its place.
    if (!isUnavailable(error)) throw error
    return 'unknown'
  }
}
