import { useLocale } from 'next-intl'
import { Badge } from './badge'

/** The name of a language in the reader's language; nothing when it is the reader's own. */
export function LanguageBadge({ language }: { language: string }) {
  const locale = useLocale()
  if (language === locale) return null
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
  return <Badge>{name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)}</Badge>
}
