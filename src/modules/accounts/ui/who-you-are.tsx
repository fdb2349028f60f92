import { useTranslations } from 'next-intl'
import type { HeldRole } from '@/modules/accounts/account.schema'
import { useRoleWords } from '@/modules/accounts/ui/use-role-words'
import { Facts } from '@/ui/facts'

/** What one cannot change of one's own account: the address and the roles. */
export function WhoYouAre({ email, roles }: { email: string; roles: readonly HeldRole[] }) {
  const t = useTranslations('ownAccount.you')
  const wordsOf = useRoleWords()
  const words = roles.map(({ role, territory }) => wordsOf({ role, place: territory }))
  return (
    <div className="mb-6">
      <Facts
        facts={[
          {
            label: t('email'),
            value: (
              <>
                {email}
                <span className="block text-sm text-ink-2">{t('emailNote')}</span>
              </>
            ),
          },
          {
            label: t('roles'),
            value:
              words.length === 0 ? (
                t('noRoles')
              ) : (
                <ul>
                  {words.map((word) => (
                    <li key={word}>{word}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </div>
  )
}
