'use client'

import { useTranslations } from 'next-intl'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import type { GroupBy } from '@/modules/network/ui/grouping'
import { actorKinds } from '@/modules/taxonomy/choices.schema'

/** Names of the countries of a network by their codes, in the reader's language: a browser has no list of them. */
export type CountryNames = Readonly<Record<string, string>>

/** What a group is called in the reader's language. */
export function useGroupName(
  data: NetworkAnswer | null,
  countries: CountryNames,
): (by: GroupBy, key: string) => string {
  const t = useTranslations('network')
  const taxonomy = useTranslations('taxonomy')
  return (by, key) => {
    if (by === 'community') return t('legend.community', { number: Number(key) + 1 })
    if (by === 'country') return countries[key] ?? key
    if (by === 'territory') return data?.territories.find(({ slug }) => slug === key)?.name ?? t('legend.noTerritory')
    const kind = actorKinds.find((one) => one === key)
    return kind === undefined ? t('legend.places') : taxonomy(`kindPlural.${kind}`)
  }
}
