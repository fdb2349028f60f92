import { useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { Link } from '@/i18n/navigation'
import { type FacetPlace, facetPlaces } from '@/modules/taxonomy/facet.schema'
import { Downloads } from '@/modules/taxonomy/ui/downloads'

const views = ['map', 'actors', 'relations', 'network'] as const satisfies readonly FacetPlace[]
/** What one view alone understands: order, position, what is selected on the map, whose network. */
const ownParams = {
  sort: null,
  after: null,
  steps: null,
  actor: null,
  relation: null,
  here: null,
  zoom: null,
  show: null,
  measure: null,
  base: null,
}

/**
 * The same filters as a map, a list of actors or of relations, or a network: each a link, and what can be taken
 * along of them. `box`: what of the map is in view.
 */
export function ViewLinks({ now, params, box }: { now: FacetPlace; params: URLSearchParams; box?: string | null }) {
  const t = useTranslations('filters.view')
  return (
    <nav aria-label={t('label')} data-screen-only className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span aria-hidden className="text-ink-3 tight:hidden">
        {t('label')}
      </span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {views.map((view) => (
          <li key={view}>
            {view === now ? (
              <span aria-current="page" className="border-b-2 border-ink pb-0.5 font-semibold">
                {t(view)}
              </span>
            ) : (
              <Link
                href={addressWith(facetPlaces[view].path, params, {
                  ...ownParams,
                  ...(box !== undefined && { bbox: box }),
                })}
                prefetch={false}
                className="inline-block min-h-6"
              >
                {t(view)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <Downloads now={now} params={params} box={box ?? null} />
    </nav>
  )
}
