import { useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { Link } from '@/i18n/navigation'
import { RelationRows } from '@/modules/relations/ui/relation-rows'
import type { RelationFigures, ShownList } from '@/modules/relations/ui/shown-list'
import { useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'

/** An actor's relations: international ones by default, domestic ties one press away. */
export function ActorRelations({
  actor,
  name,
  list,
  figures,
}: {
  actor: { id: string; slug: string }
  name: string
  list: ShownList
  figures: RelationFigures
}) {
  const t = useTranslations('actors.page')
  const relations = useTranslations('relations')
  const { path, params, filter, page } = list
  const scope = filter.scope ?? 'international'
  const active = useActiveFilters({ filter, params, path, names: list.names })
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" className="mb-3 text-lg font-semibold">
        {t('relations')}
      </h2>
      <div className="mb-2 flex flex-col gap-3">
        <FilterBar
          list={{ path, of: 'relations', first: ['group', 'country', 'state', 'scope'], ask: { actor: actor.slug } }}
          params={params}
          filter={filter}
          search={null}
          active={active}
        />
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
