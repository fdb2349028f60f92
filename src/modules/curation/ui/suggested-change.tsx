import { useTranslations } from 'next-intl'
import { isFieldName } from '@/modules/curation/suggested-field.schema'
import { useSuggestedText } from '@/modules/curation/ui/suggested-text'
import { TextDiff } from '@/ui/text-diff'

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
  const textOf = useSuggestedText()
  return (
    <>
      <span className="block text-sm font-semibold">{isFieldName(field) ? t(`label.${field}`) : field}</span>
      {isMoved && <span className="block text-sm text-warn">{t('moved')}</span>}
      <span className="block">
        <TextDiff before={textOf(field, before)} after={textOf(field, after)} />
      </span>
    </>
  )
}
