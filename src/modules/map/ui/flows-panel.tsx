import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import { endName, type Flow, type Flows } from '@/modules/map/flow.schema'
import { Announced } from '@/modules/map/ui/announced.client'
import { ListHead } from '@/modules/map/ui/list-head'
import { LitRow } from '@/modules/map/ui/lit-row.client'
import { recordsOf } from '@/modules/map/ui/map-address'
import type { RelationState } from '@/modules/taxonomy/taxonomy.schema'
import { relationGroups, relationTypes } from '@/modules/taxonomy/relation-choices.schema'
import { chipClasses } from '@/ui/chip-look'
import { EmptyState } from '@/ui/empty-state'
import { GroupIcon } from '@/ui/group-icon'

/** The records behind a flow: the list whose total is the flow's count. */
export const flowHref = (params: URLSearchParams, states: readonly RelationState[], { between }: Flow): string =>
  recordsOf('/relations', params, { between, state: states })

const mostChoices = 4

/** The list beside the map while it shows flows: the same flows, the strongest first, each a way to its records. */
export function FlowsPanel({
  params,
  found,
  states,
  byType,
  views,
}: {
  params: URLSearchParams
  found: Flows
  /** The same filters elsewhere. */
  views: ReactNode
  states: readonly RelationState[]
  byType: Readonly<Record<string, number>>
}) {
  const t = useTranslations('map.flows')
  const { flows, level, total, untied } = found
  const bold = (words: ReactNode) => <b className="font-strong">{words}</b>
  const isCapped = flows.length < total
  return (
    <>
      <h1 id="map-selected" tabIndex={-1} className="sr-only">
        {t('title', { level })}
      </h1>
      <Announced text={isCapped ? t('plain', { shown: flows.length, total }) : t('whole', { count: total })} />
      <ListHead sort={null}>
        {isCapped
          ? t.rich('capped', { shown: flows.length, total, b: bold })
          : t.rich('count', { count: total, level, b: bold })}
        {untied > 0 && <span className="block text-xs text-ink-2">{t('untied', { count: untied, level })}</span>}
      </ListHead>
      <div className="border-b border-rule px-5 py-2">{views}</div>
      {isCapped && <Narrower params={params} flows={flows} byType={byType} isFar={level !== 'city'} />}
      {flows.length === 0 ? (
        <div className="p-5">
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        </div>
      ) : (
        <ol>
          {flows.map((flow) => (
            <li key={flow.between}>
              <FlowRow flow={flow} href={flowHref(params, states, flow)} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** Ways to see fewer flows: a type, a country, a nearer look. */
function Narrower({
  params,
  flows,
  byType,
  isFar,
}: {
  params: URLSearchParams
  flows: readonly Flow[]
  byType: Readonly<Record<string, number>>
  isFar: boolean
}) {
  const t = useTranslations('map.flows')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const types = relationTypes
    .filter((type) => (byType[type] ?? 0) > 0)
    .sort((a, b) => (byType[b] ?? 0) - (byType[a] ?? 0))
    .slice(0, params.has('type') ? 0 : mostChoices)
  const countries = [...new Set(flows.flatMap(({ ends }) => ends.map(({ country }) => country)))]
    .slice(0, params.has('country') ? 0 : mostChoices)
    .map((country) => ({ key: 'country', value: country, label: countryName(country, locale) }))
  const choices = [
    ...types.map((type) => ({ key: 'type', value: type, label: taxonomy(`type.${type}`) })),
    ...countries,
  ]
  return (
    <div className="border-b border-rule px-5 py-2.5 text-sm">
      {choices.length > 0 && (
        <>
          <p className="mb-1.5 text-xs font-label text-ink-2">{t('narrow')}</p>
          <ul className="flex flex-wrap gap-2">
            {choices.map(({ key, value, label }) => (
              <li key={value}>
                <Link
                  href={addressWith('/map', params, { [key]: value })}
                  prefetch={false}
                  scroll={false}
                  className={chipClasses(false)}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {isFar && <p className="mt-2 text-xs text-ink-2">{t('nearer')}</p>}
    </div>
  )
}

function FlowRow({ flow, href }: { flow: Flow; href: string }) {
  const t = useTranslations('map.flows')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const { between, ends, group, byGroup, count, towards } = flow
  const [one, other] = ends[0].sign === towards ? [ends[1], ends[0]] : ends
  const groups = relationGroups
    .filter((key) => (byGroup[key] ?? 0) > 0)
    .sort((a, b) => (byGroup[b] ?? 0) - (byGroup[a] ?? 0))
  const parts =
    groups.length === 1
      ? [taxonomy(`group.${group}`)]
      : groups.map((key) => t('part', { group: taxonomy(`group.${key}`), count: byGroup[key] ?? 0 }))
  return (
    <LitRow id={between} at={null}>
      <span className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-3">
        <GroupIcon group={group} />
        <span className="min-w-0">
          <Link
            id={`row-${between}`}
            href={href}
            prefetch={false}
            className="font-semibold wrap-break-word text-ink no-underline after:absolute after:inset-0"
          >
            {endName(one, locale)}
            {towards === null ? (
              ' – '
            ) : (
              <>
                {' '}
                <ArrowRight className="inline size-4 align-[-2px]" aria-hidden />{' '}
              </>
            )}
            {towards === null ? endName(other, locale) : <Goes place={endName(other, locale)} />}
          </Link>
          <span className="block text-sm text-ink-2">{parts.join(', ')}</span>
        </span>
        <span className="text-ink tabular-nums">
          <span aria-hidden>{format.number(count)}</span>
          <span className="sr-only">{t('relations', { count })}</span>
        </span>
      </span>
    </LitRow>
  )
}

/** The place an arrow points to; it is said, too. */
function Goes({ place }: { place: string }) {
  const t = useTranslations('map.flows')
  return (
    <>
      <span aria-hidden>{place}</span>
      <span className="sr-only">{t('goes', { place })}</span>
    </>
  )
}
