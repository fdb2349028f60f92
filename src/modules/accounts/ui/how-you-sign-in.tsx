import { useTranslations } from 'next-intl'
import type { OwnAccount } from '@/modules/accounts/own-account.schema'
import type { TwoFactor } from '@/modules/accounts/two-factor.schema'
import { Facts } from '@/ui/facts'
import { LinkButton } from '@/ui/link-button'

/** Password and second factor: how each stands, and the way to its page. */
export function HowYouSignIn({
  account,
  twoFactor: { state, codesLeft },
}: {
  account: Pick<OwnAccount, 'hasPassword'>
  twoFactor: Pick<TwoFactor, 'state' | 'codesLeft'>
}) {
  const t = useTranslations('ownAccount.signIn')
  const row = (words: string, href: string, label: string) => (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <span>{words}</span>
      <LinkButton href={href} size="small">
        {label}
      </LinkButton>
    </div>
  )
  return (
    <Facts
      facts={[
        {
          label: t('password'),
          value: account.hasPassword
            ? row(t('passwordSet'), '/desk/account/password', t('passwordChange'))
            : row(t('passwordNone'), '/sign-in/reset', t('passwordChoose')),
        },
        {
          label: t('twoFactor'),
          value: row(
            state === 'on' ? t('on', { count: codesLeft }) : t(state),
            '/desk/account/two-factor',
            t(state === 'on' ? 'manage' : 'setUp'),
          ),
        },
      ]}
    />
  )
}
