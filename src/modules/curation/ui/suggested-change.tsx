import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country-name'
import { isFieldName } from '@/modules/curation/suggested-look.schema'
import { useSuggestedText } from '@/modules/curation/ui/suggested-text'
import { TextDiff } from '@/ui/text-diff'

const countryCode = /^[A-Z]{2}$/

/** One field of a suggestion: its name, what comes and what goes. */
export function SuggestedChange({
  field,
  before,
  after,
  isMoved = false,
}: {
  field: string
  before: string
  after: string
  /** The record says something else by now than when the sender saw it. */
  isMoved?: boolean
}) {
  const t = useTranslations('suggestion')
  const locale = useLocale()
  const textOf = useSuggestedText()
  const wordsOf = (value: string) =>
    field === 'country' && countryCode.test(value) ? countryName(value, locale) : textOf(field, value)
  return (
    <>
      <span className="block text-sm font-semibold">{isFieldName(field) ? t(`label.${field}`) : field}</span>
      {isMoved && <span className="block text-sm text-warn">{t('moved')}</span>}
      <span className="block">
        <TextDiff before={wordsOf(before)} after={wordsOf(after)} />
      </span>
    </>
  )
}
