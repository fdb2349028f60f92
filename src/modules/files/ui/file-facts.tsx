import { useFormatter, useLocale } from 'next-intl'
import { type FileRow, typeLetters } from '@/modules/files/file.schema'

/** What kind of file it is, how large, in which language: `PDF, 1.2 MB, Italian`. */
export function FileFacts({ file }: { file: Pick<FileRow, 'fileName' | 'size' | 'language'> }) {
  const format = useFormatter()
  const locale = useLocale()
  const isLarge = file.size >= 1_000_000
  const size = format.number(Math.max(file.size / (isLarge ? 1_000_000 : 1000), 0.1), {
    ...{ style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte' },
    maximumFractionDigits: isLarge || file.size < 1000 ? 1 : 0,
  })
  const language = file.language && (new Intl.DisplayNames([locale], { type: 'language' }).of(file.language) ?? null)
  const parts = [typeLetters(file.fileName), size, ...(language === null ? [] : [language])]
  return <span className="text-sm text-ink-2">{parts.join(', ')}</span>
}
