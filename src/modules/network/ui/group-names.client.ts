'use client'

import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import type { GroupBy } from '@/modules/network/ui/grouping'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'

/** What a group is called in the reader's language. */
export function useGroupName(data: NetworkAnswer | null): (by: GroupBy, key: string) => string {
  const t = useTranslations('network')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  return (by, key) => {
    if (by === 'community') return t('legend.community', { number: Number(key) + 1 })
    if (by === 'country') return countryName(key, locale)
    if (by === 'territory') return data?.territories.find(({ slug }) => slug === key)?.name ?? t('legend.noTerritory')
    const kind = actorKinds.find((one) => one === key)
    return kind === undefined ? t('legend.places') : taxonomy(`kindPlural.${kind}`)
  }
}
