import { useTranslations } from 'next-intl'
import type { Matched } from '@/modules/search/search.schema'

/** Says by what something was found, where its name does not: "Acronym UNIMORE". */
export function useMatchedText(): (matched: Matched) => string {
  const t = useTranslations('search.matched')
  return (matched) =>
    matched.by === 'identifier'
      ? t(`identifier.${matched.scheme}`, { value: matched.value })
      : t(matched.by, { value: matched.value })
}
