'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import type { FieldFault } from '@/ui/control'
import { Fieldset } from '@/ui/fieldset'
import { useFormFields } from '@/ui/form/form-context'
import { RowList } from '@/ui/form/row-list.client'
import { TextsField } from '@/ui/form/texts-field.client'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

/** The policy instruments of a territory: what rounds and action plans are meant to change. */
export function InstrumentsField({
  rows,
  languages,
  language,
  error,
}: {
  rows: readonly FormFields[]
  languages: readonly SelectChoice[]
  language: string
  error: FieldFault | undefined
}) {
  const t = useTranslations('territoryForm')
  const { text } = useFormFields()
  return (
    <Fieldset id="instruments" label={t('instruments')} hint={t('instrumentsHint')} optional error={error}>
      <RowList
        count={rows.length}
        words={{ add: t('addInstrument'), remove: (position) => t('removeInstrument', { position }) }}
      >
        {(index) => (
          <div className="flex flex-col gap-3">
            {rows[index] !== undefined && (
              <input type="hidden" {...{ name: `instruments.${index}.id`, value: textAt(rows[index], 'id') }} />
            )}
            <TextsField
              name={`instruments.${index}.name`}
              label={t('instrumentName')}
              languages={languages}
              language={language}
              max={300}
              lines="one"
              optional={false}
            />
            <TextInput
              {...text(`instruments.${index}.body`)}
              label={t('body')}
              hint={t('bodyHint')}
              optional
              autoComplete="off"
            />
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <TextInput {...text(`instruments.${index}.started`)} label={t('started')} optional autoComplete="off" />
              <TextInput {...text(`instruments.${index}.ended`)} label={t('ended')} optional autoComplete="off" />
            </div>
          </div>
        )}
      </RowList>
    </Fieldset>
  )
}
