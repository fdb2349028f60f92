import { useTranslations } from 'next-intl'
import type { ActiveFilter } from '@/modules/taxonomy/ui/active-filters'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'

/** Nothing matches: names the filters that are on and offers to take them away one by one. */
export function NoMatch({
  title,
  children,
  active,
}: {
  title: string
  children: string
  active: readonly ActiveFilter[]
}) {
  const t = useTranslations('filters')
  return (
    <EmptyState
      title={title}
      action={
        active.length > 0 &&
        active.map((filter) => (
          <LinkButton key={filter.key} href={filter.href} size="small">
            {t('remove', { filter: filter.label })}
          </LinkButton>
        ))
      }
    >
      {children}
    </EmptyState>
  )
}
