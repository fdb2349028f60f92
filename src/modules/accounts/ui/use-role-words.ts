import { useTranslations } from 'next-intl'
import type { Membership } from '@/core/viewer'
import type { SelectItem } from '@/ui/select-options'

type Placed = { role: Membership['role']; place: string | null }

/** A role in words: `Editor, Reggio Emilia`. */
export function useRoleWords(): (held: Placed) => string {
  const t = useTranslations('accounts')
  return ({ role, place }) =>
    place === null ? t(`role.${role}`) : t('nav.roleIn', { role: t(`role.${role}`), territory: place })
}

export type GivenRole = Placed & { value: string; territory: string | null }

/** The roles that may be given as the rows of a select, territory by territory. */
export function useRoleItems(roles: readonly GivenRole[]): SelectItem[] {
  const words = useRoleWords()
  const territories = [...new Set(roles.flatMap(({ territory }) => territory ?? []))]
  const choicesIn = (territory: string | null) =>
    roles.filter((role) => role.territory === territory).map((role) => ({ value: role.value, label: words(role) }))
  return [...choicesIn(null), ...territories.map((group) => ({ group, choices: choicesIn(group) }))]
}
