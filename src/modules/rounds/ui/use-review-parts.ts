import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { criteria, recommendations } from '@/modules/rounds/choices.schema'
import { plainField, type RecordField, wordsOf } from '@/ui/form/record-field'

/** The parts of a review in which two versions can differ. A mark and its remark are chosen together. */
export function useReviewParts(): RecordField[] {
  const t = useTranslations('reviews')
  const name = useTranslations('rounds.criterion')
  const words = useTranslations('rounds.recommendation')
  return [
    ...criteria.map((criterion): RecordField => ({
      part: criterion,
      names: [`${criterion}Mark`, `${criterion}Remark`],
      label: name(criterion),
      show: (values) =>
        [textAt(values, `${criterion}Mark`), textAt(values, `${criterion}Remark`)].filter(Boolean).join('\n'),
    })),
    plainField('generalRemark', t('general.label'), { part: 'general' }),
    plainField('recommendation', t('recommendation.label'), {
      wordOf: wordsOf(recommendations, (code) => words(code)),
    }),
  ]
}
