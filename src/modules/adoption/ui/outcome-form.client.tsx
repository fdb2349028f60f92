'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { most, mostLinks, outcomes } from '@/modules/adoption/choices.schema'
import { sendOutcome } from '@/modules/adoption/transfer.actions'
import { TransferForm, type TransferPair } from '@/modules/adoption/ui/transfer-fields.client'
import { CheckList } from '@/ui/form/check-list'
import { useFormFields } from '@/ui/form/form-context'
import { TextsField } from '@/ui/form/texts-field.client'
import { Fieldset } from '@/ui/fieldset'
import { RadioSegment } from '@/ui/radio-segment'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

type Props = {
  at: TransferPair
  languages: readonly SelectChoice[]
  language: string
  initial: FormFields
  /** Relations by which it may have come. */
  ways: readonly SelectChoice[]
  isRecorded: boolean
}

/** Records whether a practice was adopted, why, since when and what it became. */
export function OutcomeForm({ at, languages, language, initial, ways, isRecorded }: Props) {
  const t = useTranslations('adoption.form.outcome')
  const texts = { languages, language }
  return (
    <TransferForm
      id="outcome-form"
      action={sendOutcome}
      at={at}
      language={language}
      initial={initial}
      labels={{
        ...{ outcome: t('outcome'), since: t('since'), reasons: t('reasons'), became: t('became') },
        ...{ links: t('links'), relations: t('relations') },
      }}
      submit={isRecorded ? t('save') : t('submit')}
      look="secondary"
    >
      {({ turn }) => (
        <>
          <Outcome turn={turn} />
          <TextsField
            name="reasons"
            label={t('reasons')}
            hint={t('reasonsHint')}
            {...texts}
            max={most.reasons}
            optional={false}
          />
          <TextsField name="became" label={t('became')} hint={t('becameHint')} {...texts} max={most.became} />
          <Links />
          {ways.length > 0 && <CameBy ways={ways} />}
        </>
      )}
    </TransferForm>
  )
}

function Outcome({ turn }: { turn: number }) {
  const t = useTranslations('adoption.form.outcome')
  const words = useTranslations('adoption.state')
  const { text } = useFormFields()
  return (
    <>
      <RadioSegment
        {...text('outcome')}
        label={t('outcome')}
        choices={outcomes.map((value) => ({ value, label: words(value) }))}
        turn={turn}
      />
      <TextInput {...text('since')} label={t('since')} hint={t('sinceHint')} optional autoComplete="off" />
    </>
  )
}

function Links() {
  const t = useTranslations('adoption.form.outcome')
  const { text } = useFormFields()
  return (
    <Fieldset id="links" label={t('links')} optional>
      <div className="flex flex-col gap-3">
        {Array.from({ length: mostLinks }, (_, index) => (
          <div key={index} className="grid items-start gap-x-4.5 gap-y-3 sm:grid-cols-2">
            <TextInput
              {...text(`links.${index}.url`)}
              label={t('link', { number: index + 1 })}
              optional
              inputMode="url"
              autoComplete="off"
            />
            <TextInput
              {...text(`links.${index}.title`)}
              label={t('linkTitle', { number: index + 1 })}
              optional
              autoComplete="off"
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

function CameBy({ ways }: { ways: readonly SelectChoice[] }) {
  const t = useTranslations('adoption.form.outcome')
  const { list } = useFormFields()
  return <CheckList {...list('relations')} label={t('relations')} hint={t('relationsHint')} choices={ways} />
}
