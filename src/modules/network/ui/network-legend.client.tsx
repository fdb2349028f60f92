'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import { type CountryNames, useGroupName } from '@/modules/network/ui/group-names.client'
import { colorTokenOf, type Grouping, placeToken } from '@/modules/network/ui/grouping'

const fills: Record<string, string> = {
  'kind-enterprise': 'bg-kind-enterprise',
  'kind-public-authority': 'bg-kind-public-authority',
  'kind-university': 'bg-kind-university',
  'kind-research-centre': 'bg-kind-research-centre',
  'kind-association': 'bg-kind-association',
  'kind-cultural-actor': 'bg-kind-cultural-actor',
  'kind-other': 'bg-kind-other',
  [placeToken]: 'border-2 border-ink-3 bg-sheet',
  'rule-strong': 'bg-rule-strong',
  'set-1': 'bg-set-1',
  'set-2': 'bg-set-2',
  'set-3': 'bg-set-3',
  'set-4': 'bg-set-4',
  'set-5': 'bg-set-5',
  'set-6': 'bg-set-6',
  'set-7': 'bg-set-7',
  'set-8': 'bg-set-8',
}

/** What the colours mean, each a button that brings its group out; the groups without a colour of their own in one line. */
export function NetworkLegend({
  data,
  countries,
  grouping,
  lit,
  onLight,
}: {
  data: NetworkAnswer
  countries: CountryNames
  grouping: Grouping
  /** Number of the group that stands out. */
  lit: number | null
  onLight: (group: number | null) => void
}) {
  const t = useTranslations('network.legend')
  const format = useFormatter()
  const nameOf = useGroupName(data, countries)
  const shown = grouping.groups.map((group, at) => ({ ...group, at, token: colorTokenOf(grouping, at) }))
  const rest = shown.filter(({ token, key }) => token === 'rule-strong' && key !== '')
  return (
    <>
      <ul aria-label={t('title')} className="flex flex-col">
        {shown
          .filter(({ token, key }) => token !== 'rule-strong' || key === '')
          .map(({ key, count, at, token }) => (
            <li key={key}>
              <button
                type="button"
                aria-pressed={lit === at}
                onClick={() => onLight(lit === at ? null : at)}
                className="flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 text-left text-sm hover:bg-sunk aria-pressed:bg-mark-soft aria-pressed:font-semibold max-phone:min-h-11"
              >
                <span className={`size-3.5 flex-none rounded-full ${fills[token] ?? ''}`} aria-hidden />
                <span className="min-w-0 flex-1 wrap-break-word">{nameOf(grouping.by, key)}</span>
                <span className="text-ink-3 tabular-nums">{format.number(count)}</span>
              </button>
            </li>
          ))}
        {rest.length > 0 && (
          <li className="flex min-h-8 items-center gap-2.5 px-2 text-sm">
            <span className="size-3.5 flex-none rounded-full bg-rule-strong" aria-hidden />
            <span className="flex-1">{t(grouping.by === 'community' ? 'otherCommunities' : 'otherTerritories')}</span>
            <span className="text-ink-3 tabular-nums">
              {format.number(rest.reduce((sum, { count }) => sum + count, 0))}
            </span>
          </li>
        )}
      </ul>
      <p className="px-2 text-xs text-ink-2">{t('hint')}</p>
    </>
  )
}
