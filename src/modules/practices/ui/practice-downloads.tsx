import { useTranslations } from 'next-intl'
import { practiceFilterKeys } from '@/modules/practices/practice.schema'
import { askedOf, type Filter } from '@/modules/taxonomy/filter.schema'
import { DownloadMenu } from '@/ui/download-menu'

/** The practices under the filters of the list, as files, in its order. */
export function PracticeDownloads({ params, filter }: { params: URLSearchParams; filter: Filter }) {
  const t = useTranslations('practices.download')
  const known: ReadonlySet<string> = new Set(practiceFilterKeys)
  const asked = new URLSearchParams([...askedOf(params, filter)].filter(([key]) => known.has(key)))
  if (filter.sort !== undefined) asked.set('sort', filter.sort)
  const query = asked.size === 0 ? '' : `?${asked}`
  const files = (['xlsx', 'csv', 'jsonld'] as const).map((ending) => ({
    ...{ href: `/export/practices.${ending}${query}`, name: `practices.${ending}` },
    label: t(ending),
  }))
  return <DownloadMenu label={t('label')} files={files} note={t('note')} side="right" />
}
