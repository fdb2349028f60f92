'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { most } from '@/modules/adoption/choices.schema'
import { sendInterest } from '@/modules/adoption/transfer.actions'
import { TransferForm, type TransferPair } from '@/modules/adoption/ui/transfer-fields.client'
import { useFormFields } from '@/ui/form/form-context'
import { TextsField } from '@/ui/form/texts-field.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'

type Props = {
  languages: readonly SelectChoice[]
  language: string
  initial: FormFields
} & (
  | { at: TransferPair }
  /** On the page of a practice: for one of several territories that have not marked it yet. */
  | { practiceId: string; territories: readonly SelectChoice[] }
)

/** Marks a territory's interest in a practice, or changes what was said of it. */
export function InterestForm({ languages, language, initial, ...to }: Props) {
  const t = useTranslations('adoption.form.interest')
  const own = useTranslations('adoption.own')
  const isNew = 'territories' in to || to.at.version === null
  const isOnPractice = 'territories' in to
  const only = 'territories' in to && to.territories.length === 1 ? (to.territories[0]?.value ?? null) : null
  return (
    <TransferForm
      id="interest-form"
      action={sendInterest}
      at={'at' in to ? to.at : { practiceId: to.practiceId, territoryId: only, version: null }}
      language={language}
      initial={initial}
      labels={{ note: t('note'), internalNotes: t('internalNotes'), territoryId: own('territory') }}
      submit={isNew ? t('submit') : t('save')}
      look={isNew ? 'primary' : 'secondary'}
      {...(isOnPractice && { fold: { label: own('mark'), open: false } })}
    >
      {({ values, turn }) => (
        <>
          {'territories' in to && only === null && (
            <SelectField
              name="territoryId"
              label={own('territory')}
              items={to.territories}
              defaultValue={textAt(values, 'territoryId')}
              turn={turn}
            />
          )}
          <TextsField
            name="note"
            label={t('note')}
            hint={t('noteHint')}
            languages={languages}
            language={language}
            max={most.note}
          />
          <InternalNotes label={t('internalNotes')} hint={t('internalNotesHint')} />
        </>
      )}
    </TransferForm>
  )
}

function InternalNotes(words: { label: string; hint: string }) {
  const { text } = useFormFields()
  return <TextArea {...text('internalNotes')} {...words} optional rows={3} max={most.notes} />
}
