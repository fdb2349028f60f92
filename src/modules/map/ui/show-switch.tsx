import { useTranslations } from 'next-intl'
import { type Show, shows } from '@/modules/map/map-state.schema'
import { showing } from '@/modules/map/ui/map-address'
import { LinkSegments } from '@/ui/link-segments'

/** What the map shows: actors, flows or regions. */
export function ShowSwitch({ now, params }: { now: Show; params: URLSearchParams }) {
  const t = useTranslations('map.show')
  return (
    <LinkSegments
      label={t('label')}
      segments={shows.map((show) => ({
        key: show,
        label: t(show),
        isNow: show === now,
        href: showing(params, { show: show === 'actors' ? null : show, measure: null, base: null }),
      }))}
    />
  )
}
