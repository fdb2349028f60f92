import { useTranslations } from 'next-intl'
import { legalStatuses } from '@/modules/taxonomy/choices.schema'
import { firmUses, relationStates } from '@/modules/taxonomy/relation-choices.schema'

/** What a field of a suggestion says, in words: codes of the closed lists of a relation and an actor become their labels. */
export function useSuggestedText(): (field: string, value: string) => string {
  const taxonomy = useTranslations('taxonomy')
  return (field, value) => {
    const state = relationStates.find((one) => one === value)
    if (field === 'state' && state !== undefined) return taxonomy(`state.${state}`)
    const status = legalStatuses.find((one) => one === value)
    if (field === 'legalStatus' && status !== undefined) return taxonomy(`legalStatus.${status}`)
    const usable = firmUses.find((one) => one === value)
    if (field === 'usableByFirms' && usable !== undefined) return taxonomy(`usable.${usable}`)
    return value
  }
}
