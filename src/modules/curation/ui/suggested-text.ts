import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { legalStatus, relationStates, usableByFirms } from '@/modules/taxonomy/taxonomy.schema'

const countryCode = /^[A-Z]{2}$/

/** What a field of a suggestion says, in words: codes of closed lists become their labels. */
export function useSuggestedText(): (field: string, value: string) => string {
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  return (field, value) => {
    if (field === 'country' && countryCode.test(value)) return countryName(value, locale)
    const state = relationStates.find((one) => one === value)
    if (field === 'state' && state !== undefined) return taxonomy(`state.${state}`)
    const status = legalStatus.options.find((one) => one === value)
    if (field === 'legalStatus' && status !== undefined) return taxonomy(`legalStatus.${status}`)
    const usable = usableByFirms.options.find((one) => one === value)
    if (field === 'usableByFirms' && usable !== undefined) return taxonomy(`usable.${usable}`)
    return value
  }
}
