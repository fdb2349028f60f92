import { useLocale, useTranslations } from 'next-intl'
import { DownloadMenu } from '@/ui/download-menu'

/**
 * One practice as a document, in the reader's language: what everybody may read from the public door, anything else from
 * the one that asks who reads.
 */
export function PracticeDownload({
  practice: { id, slug },
  isPublic,
}: {
  practice: { id: string; slug: string }
  isPublic: boolean
}) {
  const t = useTranslations('practices.download')
  const locale = useLocale()
  const address = isPublic ? `/export/practice/${slug}` : `/api/practices/${id}/document`
  const files = [
    { ending: 'docx', label: t('word') },
    { ending: 'pdf', label: t('pdf') },
  ].map(({ ending, label }) => ({ href: `${address}.${ending}?lang=${locale}`, name: `${slug}.${ending}`, label }))
  return <DownloadMenu label={t('label')} files={files} side="head" />
}
