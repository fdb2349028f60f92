import { useTranslations } from 'next-intl'
import type { Page } from '@/core/page'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { RelationTable } from '@/modules/relations/ui/relation-table'
import type { ActiveFilter } from '@/modules/taxonomy/ui/active-filters'
import { NoMatch } from '@/modules/taxonomy/ui/no-match'
import { Pager } from '@/ui/pager'

/** One page of relations with the way to the next, or what to do when there is none. */
export function RelationRows({
  page,
  nextHref,
  caption,
  active,
  seenFrom,
  sorting,
}: {
  page: Page<RelationSummary>
  nextHref: string | null
  caption: string
  active: readonly ActiveFilter[]
  seenFrom?: string
  sorting?: { path: string; params: URLSearchParams; now: string }
}) {
  const t = useTranslations('relations')
  if (page.rows.length === 0)
    return (
      <NoMatch title={active.length > 0 ? t('empty') : t('none')} active={active}>
        {active.length > 0 ? t('emptyHint') : t('noneHint')}
      </NoMatch>
    )
  return (
    <>
      <RelationTable
        rows={page.rows}
        caption={caption}
        {...(seenFrom !== undefined && { seenFrom })}
        {...(sorting !== undefined && { sorting })}
      />
      <Pager nextHref={nextHref} label={t('more')} />
    </>
  )
}
