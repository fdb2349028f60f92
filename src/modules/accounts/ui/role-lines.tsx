import { useTranslations } from 'next-intl'
import type { Membership } from '@/core/viewer'
import { useRoleWords } from '@/modules/accounts/ui/use-role-words'

export type ListedRole = { id: string; role: Membership['role']; place: string | null }

/** The roles of somebody, one a line; those of other territories are only said to be there. */
export function RoleLines({ roles, hasOtherRoles }: { roles: readonly ListedRole[]; hasOtherRoles: boolean }) {
  const t = useTranslations('users.list')
  const none = useTranslations('accounts.role')
  const words = useRoleWords()
  if (roles.length === 0 && !hasOtherRoles) return <span className="text-ink-3">{none('none')}</span>
  return (
    <ul>
      {roles.map((role) => (
        <li key={role.id}>{words(role)}</li>
      ))}
      {hasOtherRoles && <li className="text-ink-3">{t('otherRoles')}</li>}
    </ul>
  )
}
