import { useTranslations } from 'next-intl'
import type { ShownText } from '@/core/localized'
import { Badge } from '@/ui/badge'
import { LanguageBadge } from '@/ui/language-badge'

/** One text of a practice. Its language is said where it is another than that of the page (`pageLanguage`). */
export function PracticeText({
  text,
  pageLanguage,
  size = 'reading',
}: {
  text: ShownText
  pageLanguage: string
  size?: 'reading' | 'beside'
}) {
  const t = useTranslations('ui')
  return (
    <div className={size === 'reading' ? 'max-w-[66ch] text-lg/[1.6]' : 'text-md'}>
      {(text.language !== pageLanguage || text.machine) && (
        <p className="mb-1 flex gap-1.5">
          {text.language !== pageLanguage && <LanguageBadge language={text.language} />}
          {text.machine && <Badge tone="warn">{t('machine')}</Badge>}
        </p>
      )}
      {text.value.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} lang={text.language} className="mb-3 wrap-break-word whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
