import { useTranslations } from 'next-intl'
import type { FilterKey } from '@/modules/taxonomy/filter.schema'
import { Notice } from '@/ui/notice'

/** Filters of the address that mean nothing here and were left out, by name. */
export function IgnoredFilters({ ignored }: { ignored: readonly FilterKey[] }) {
  const t = useTranslations('filters')
  if (ignored.length === 0) return null
  const names = ignored.map((key) => t(`key.${key}`)).join(', ')
  return (
    <Notice tone="warn" role="status">
      {t('ignored', { count: ignored.length, names })}
    </Notice>
  )
}
