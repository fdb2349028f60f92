import { diffWordsWithSpace } from 'diff'
import { useTranslations } from 'next-intl'

// Beyond this a comparison of words costs more than it tells: then old and new stand one after the other.
const longest = 20_000

/**
 * What was added to a text and what was taken away, word by word (LOOK §6, Diff). Screen readers hear the words "added"
 * and "removed". Blank on one side: the whole text came or went.
 */
export function TextDiff({ before, after, lang }: { before: string; after: string; lang?: string | undefined }) {
  const t = useTranslations('ui.diff')
  const isLong = before.length + after.length > longest
  const parts = isLong
    ? [
        { value: before, removed: true, added: false },
        { value: after, removed: false, added: true },
      ]
    : diffWordsWithSpace(before, after)
  return (
    <span lang={lang} className="whitespace-pre-line wrap-break-word">
      {parts.map(({ value, added, removed }, index) => {
        if (value === '') return null
        if (added)
          return (
            <ins key={index} className="rounded-xs bg-ok-soft text-ok no-underline [del+&]:ml-1">
              <span className="sr-only">{t('added')} </span>
              {value}
            </ins>
          )
        if (removed)
          return (
            <del key={index} className="rounded-xs bg-bad-soft text-bad">
              <span className="sr-only">{t('removed')} </span>
              {value}
            </del>
          )
        return <span key={index}>{value}</span>
      })}
    </span>
  )
}
