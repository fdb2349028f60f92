import { useLocale, useTranslations } from 'next-intl'
import type { ShownText } from '@/core/localized'
import { Badge } from './badge'
import { LanguageBadge } from './language-badge'

/** A text that may be in another language: `lang` on it, and a badge that names the language (LOOK §4). */
export function TextInLanguage({ text }: { text: ShownText }) {
  const t = useTranslations('ui')
  const locale = useLocale()
  return (
    <div className="max-w-[66ch] text-lg/[1.6]">
      {(text.language !== locale || text.machine) && (
        <p className="mb-1 flex gap-1.5">
          <LanguageBadge language={text.language} />
          {text.machine && <Badge tone="warn">{t('machine')}</Badge>}
        </p>
      )}
      {text.value.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} lang={text.language} className="mb-3 whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
