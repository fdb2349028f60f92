import { useLocale, useTranslations } from 'next-intl'
import { practiceFilterKeys } from '@/modules/practices/practice.schema'
import { askedOf, type Filter } from '@/modules/taxonomy/filter.schema'
import { DownloadMenu } from '@/ui/download-menu'

/** The practices under the filters of the list, as files, in its order. */
export function PracticeDownloads({ params, filter }: { params: URLSearchParams; filter: Filter }) {
  const t = useTranslations('practices.download')
  const locale = useLocale()
  const known: ReadonlySet<string> = new Set(practiceFilterKeys)
  const asked = new URLSearchParams([...askedOf(params, filter)].filter(([key]) => known.has(key)))
  if (filter.sort !== undefined) asked.set('sort', filter.sort)
  const addressOf = (ending: string, more: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams([...asked, ...Object.entries(more)]).toString()
    return `/export/practices.${ending}${query === '' ? '' : `?${query}`}`
  }
  const files = (['xlsx', 'csv', 'docx', 'jsonld'] as const).map((ending) => ({
    // Sheets hold every language; a document is written in one.
    href: addressOf(ending, ending === 'docx' ? { lang: locale } : {}),
    ...{ name: `practices.${ending}`, label: t(ending) },
  }))
  return <DownloadMenu label={t('label')} files={files} note={t('note')} side="right" />
}
