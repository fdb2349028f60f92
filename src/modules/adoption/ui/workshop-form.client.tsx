'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { most } from '@/modules/adoption/choices.schema'
import { sendWorkshop } from '@/modules/adoption/transfer.actions'
import { TransferForm, type TransferPair } from '@/modules/adoption/ui/transfer-fields.client'
import { useFormFields } from '@/ui/form/form-context'
import { TextsField } from '@/ui/form/texts-field.client'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

/** Plans a transfer workshop, or changes its plan. */
export function WorkshopForm({
  at,
  languages,
  language,
  initial,
  isPlanned,
}: {
  at: TransferPair
  languages: readonly SelectChoice[]
  language: string
  initial: FormFields
  isPlanned: boolean
}) {
  const t = useTranslations('adoption.form.workshop')
  return (
    <TransferForm
      id="workshop-form"
      action={sendWorkshop}
      at={at}
      language={language}
      initial={initial}
      labels={{ title: t('name'), on: t('on'), until: t('until'), place: t('place') }}
      submit={isPlanned ? t('save') : t('submit')}
      look="secondary"
    >
      {() => (
        <>
          <TextsField
            name="title"
            label={t('name')}
            languages={languages}
            language={language}
            max={most.title}
            lines="one"
            optional={false}
          />
          <DaysAndPlace />
        </>
      )}
    </TransferForm>
  )
}

function DaysAndPlace() {
  const t = useTranslations('adoption.form.workshop')
  const { text } = useFormFields()
  return (
    <>
      <div className="grid items-end gap-4.5 sm:grid-cols-2">
        <TextInput {...text('on')} type="date" label={t('on')} />
        <TextInput {...text('until')} type="date" label={t('until')} hint={t('untilHint')} optional />
      </div>
      <TextInput {...text('place')} label={t('place')} hint={t('placeHint')} autoComplete="off" />
    </>
  )
}
