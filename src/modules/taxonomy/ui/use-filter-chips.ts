import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { scopes } from '@/modules/taxonomy/filter.schema'
import {
  actorKinds,
  groupOf,
  relationGroups,
  relationStates,
  relationTypes,
  type RelationType,
} from '@/modules/taxonomy/taxonomy.schema'
import type { FilterChip } from '@/modules/taxonomy/ui/filter-chip'

const freshnesses = ['fresh', 'ageing', 'old', 'never'] as const

type Counted = Readonly<Record<string, number>>
const withCount = (counts: Counted | undefined, value: string) =>
  counts === undefined ? {} : { count: counts[value] ?? 0 }

/** Builders of the filters lists share, labelled in the reader's language. Counts are those of the list without the filter. */
export function useFilterChips() {
  const t = useTranslations('taxonomy')
  const filters = useTranslations('filters.key')
  const locale = useLocale()
  return {
    kind: (counts?: Counted): FilterChip => ({
      name: 'kind',
      label: filters('kind'),
      choices: actorKinds.map((kind) => ({ value: kind, label: t(`kindPlural.${kind}`), ...withCount(counts, kind) })),
    }),
    group: (byType?: Counted): FilterChip => ({
      name: 'group',
      label: filters('group'),
      choices: relationGroups.map((group) => ({
        value: group,
        label: t(`group.${group}`),
        ...(byType && { count: sumOf(byType, (type) => groupOf(type) === group) }),
      })),
    }),
    type: (byType: Counted): FilterChip => ({
      name: 'type',
      label: filters('type'),
      choices: relationTypes
        .filter((type) => (byType[type] ?? 0) > 0)
        .map((type) => ({ value: type, label: t(`type.${type}`), ...withCount(byType, type) })),
    }),
    state: (counts?: Counted): FilterChip => ({
      name: 'state',
      label: filters('state'),
      choices: relationStates.map((state) => ({
        value: state,
        label: t(`state.${state}`),
        ...withCount(counts, state),
      })),
    }),
    /** Countries most met first, as they come; chosen ones that no row meets stay, so that they can be taken away. */
    country: (counts: readonly { country: string; count: number }[], chosen: readonly string[] = []): FilterChip => ({
      name: 'country',
      label: filters('country'),
      choices: [
        ...counts,
        ...chosen
          .filter((code) => !counts.some(({ country }) => country === code))
          .map((country) => ({ country, count: 0 })),
      ].map(({ country, count }) => ({ value: country, label: countryName(country, locale), count })),
    }),
    territory: (territories: readonly { slug: string; name: string }[]): FilterChip => ({
      name: 'territory',
      label: filters('territory'),
      single: true,
      choices: territories.map(({ slug, name }) => ({ value: slug, label: name })),
    }),
    sector: (sectors: readonly { code: string; name: string }[]): FilterChip => ({
      name: 'sector',
      label: filters('sector'),
      choices: sectors.map(({ code, name }) => ({ value: code, label: name })),
    }),
    theme: (themes: readonly { value: string; label: string }[]): FilterChip => ({
      name: 'theme',
      label: filters('theme'),
      choices: themes.map(({ value, label }) => ({ value, label })),
    }),
    verified: (): FilterChip => ({
      name: 'verified',
      label: filters('verified'),
      single: true,
      choices: freshnesses.map((freshness) => ({ value: freshness, label: t(`freshness.${freshness}`) })),
    }),
    scope: (): FilterChip => ({
      name: 'scope',
      label: filters('scope'),
      single: true,
      choices: scopes.map((scope) => ({ value: scope, label: t(`scope.${scope}`) })),
    }),
  }
}

const sumOf = (counts: Counted, belongs: (type: RelationType) => boolean): number =>
  relationTypes.reduce((sum, type) => (belongs(type) ? sum + (counts[type] ?? 0) : sum), 0)
