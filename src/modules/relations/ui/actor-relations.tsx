import { useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { Link } from '@/i18n/navigation'
import { RelationRows } from '@/modules/relations/ui/relation-rows'
import type { RelationFigures, ShownList } from '@/modules/relations/ui/shown-list'
import { activeFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { useFilterChips } from '@/modules/taxonomy/ui/use-filter-chips'

/** An actor's relations: international ones by default, domestic ties one press away. */
export function ActorRelations({
  actor,
  name,
  list,
  figures,
}: {
  actor: { id: string }
  name: string
  list: ShownList
  figures: RelationFigures
}) {
  const t = useTranslations('actors.page')
  const relations = useTranslations('relations')
  const filters = useTranslations('filters')
  const chip = useFilterChips()
  const { path, params, filter, page } = list
  const scope = filter.scope ?? 'international'
  const chips = [
    chip.group(scope === 'international' ? figures.byType : undefined),
    chip.country(
      figures.byCountry.map(({ country, relations: count }) => ({ country, count })),
      filter.country,
    ),
    chip.state(scope === 'international' ? figures.byState : undefined),
    chip.scope(),
  ]
  const active = activeFilters({ filter, params, path, chips }, (key, value) =>
    filters('named', { name: filters(`key.${key}`), value }),
  )
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" className="mb-3 text-lg font-semibold">
        {t('relations')}
      </h2>
      <div className="mb-2 flex flex-col gap-3">
        <FilterBar path={path} params={params} search={null} chips={chips} active={active} />
        <IgnoredFilters ignored={list.ignored} />
        <p role="status" className="text-sm text-ink-2">
          {relations(`count.${scope}`, { count: page.total })}
          {scope === 'international' && figures.domestic > 0 && (
            <>
              {', '}
              <Link href={addressWith(path, params, { scope: 'domestic' })} prefetch={false}>
                {t('domestic', { count: figures.domestic })}
              </Link>
            </>
          )}
        </p>
      </div>
      <RelationRows
        page={page}
        nextHref={list.nextHref}
        caption={t('relationsOf', { name })}
        active={active}
        seenFrom={actor.id}
        sorting={{ path, params, now: filter.sort ?? 'name' }}
      />
    </section>
  )
}
