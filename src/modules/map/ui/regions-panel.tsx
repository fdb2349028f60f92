import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import {
  digitsOf,
  leastActors,
  type Measure,
  measures,
  regionName,
  type Regions,
  type RegionValue,
} from '@/modules/map/region.schema'
import { Announced } from '@/modules/map/ui/announced.client'
import { AreaKey } from '@/modules/map/ui/area-key'
import { ListHead } from '@/modules/map/ui/list-head'
import { LitRow } from '@/modules/map/ui/lit-row.client'
import { showing } from '@/modules/map/ui/map-address'
import { regionHref } from '@/modules/map/ui/region-href'
import { EmptyState } from '@/ui/empty-state'
import { LinkSegments } from '@/ui/link-segments'

/** Rows of the list; more are reached by zooming in. */
export const mostRegions = 200

/** The list beside the map while it shows regions: those in view by their value, each a way to its records. */
export function RegionsPanel({
  params,
  found,
  views,
}: {
  params: URLSearchParams
  found: Regions
  /** The same filters elsewhere. */
  views: ReactNode
}) {
  const t = useTranslations('map.regions')
  const { regions, level, measure, base, unplaced } = found
  const shown = regions.slice(0, mostRegions)
  const bases = [
    { key: 'absolute', value: null, label: t('absolute') },
    { key: 'area', value: 'area', label: t('perArea') },
    ...(measure === 'relations' ? [{ key: 'actors', value: 'actors', label: t('perActors') }] : []),
  ] as const
  return (
    <>
      <h1 id="map-selected" tabIndex={-1} className="sr-only">
        {t('title', { measure, level })}
      </h1>
      <Announced text={t('plain', { count: regions.length })} />
      <div className="flex flex-col gap-2 border-b border-rule px-5 py-3">
        <LinkSegments
          label={t('measure')}
          segments={measures.map((key) => ({
            key,
            label: t(key),
            isNow: key === measure,
            href: showing(params, { measure: key === 'relations' ? null : key, ...(base === key && { base: null }) }),
          }))}
        />
        <LinkSegments
          label={t('base')}
          segments={bases.map(({ key, value, label }) => ({
            ...{ key, label, isNow: value === base, href: showing(params, { base: value }) },
          }))}
        />
      </div>
      <ListHead sort={null}>
        {t.rich('count', { count: regions.length, level, b: (words) => <b className="font-strong">{words}</b> })}
        {shown.length < regions.length && (
          <span className="block text-xs text-ink-2">
            {t('capped', { shown: shown.length, total: regions.length })}
          </span>
        )}
        {unplaced > 0 && <span className="block text-xs text-ink-2">{t('unplaced', { count: unplaced })}</span>}
      </ListHead>
      <div className="border-b border-rule px-5 py-2">{views}</div>
      {shown.length === 0 ? (
        <div className="p-5">
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        </div>
      ) : (
        <ol>
          {shown.map((region) => (
            <li key={region.code}>
              <RegionRow
                region={region}
                measure={measure}
                found={found}
                href={regionHref(params, measure, region.code)}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function RegionRow({
  region,
  measure,
  found: { base, level },
  href,
}: {
  region: RegionValue
  measure: Measure
  found: Regions
  href: string
}) {
  const t = useTranslations('map.regions')
  const format = useFormatter()
  const locale = useLocale()
  const { code, country, count, value, step } = region
  const records = t('records', { measure, count })
  return (
    <LitRow id={code} at={null}>
      <span className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-3">
        <span className="pt-1">
          <AreaKey step={step} />
        </span>
        <span className="min-w-0">
          <Link
            id={`row-${code}`}
            href={href}
            prefetch={false}
            className="font-semibold wrap-break-word text-ink no-underline after:absolute after:inset-0"
          >
            {regionName(region, locale)}
          </Link>
          <span className="block text-sm text-ink-2">
            {[...(level === 'country' ? [] : [countryName(country, locale)]), ...(base === null ? [] : [records])].join(
              ', ',
            )}
          </span>
        </span>
        <span className="text-ink tabular-nums">
          {value === null ? (
            <span className="text-sm text-ink-2">{t('few', { least: leastActors })}</span>
          ) : (
            <>
              <span aria-hidden={base === null}>{format.number(value, digitsOf(value, base))}</span>
              {base === null && <span className="sr-only">{records}</span>}
            </>
          )}
        </span>
      </span>
    </LitRow>
  )
}
