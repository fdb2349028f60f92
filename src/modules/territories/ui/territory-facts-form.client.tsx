'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormFields } from '@/core/form-fields'
import { groupAt, rowsAt, textAt, textsAt } from '@/core/form-values'
import { sendTerritoryFacts } from '@/modules/territories/territory.actions'
import { InstrumentsField } from '@/modules/territories/ui/instruments-field.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { CheckList } from '@/ui/form/check-list'
import { FormContext } from '@/ui/form/form-context'
import { comboField, plainField, type RecordField, textsField } from '@/ui/form/record-field'
import { shownText } from '@/ui/form/shown-text'
import { StaleNotice } from '@/ui/form/stale-notice.client'
import { TextsField } from '@/ui/form/texts-field.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

/** Each policy instrument on a line: its name, who decides on it, its period. */
const instrumentsIn = (values: FormFields, languageOf: (code: string) => string) =>
  rowsAt(values, 'instruments')
    .map((row) => [
      shownText(groupAt(row, 'name.texts'), languageOf),
      ...['body', 'started', 'ended'].map((name) => textAt(row, name)),
    ])
    .map((said) => said.filter((text) => text !== '').join(', '))
    .join('\n')

/** Changes what a territory says of itself. `partner` is the field of the partner organisation. */
export function TerritoryFactsForm({
  initial,
  choices,
  partner,
}: {
  /** What is stored, with `id` and `version`. */
  initial: FormFields
  choices: {
    /** Every language a text may have. */
    texts: readonly SelectChoice[]
    /** Those offered as languages of the territory. */
    languages: readonly SelectChoice[]
    timeZones: readonly SelectChoice[]
  }
  partner: ReactNode
}) {
  const t = useTranslations('territoryForm')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendTerritoryFacts, 'territory-facts')
  const values = state.turn === 0 ? initial : state.values
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const languageOf = (code: string) => choices.texts.find(({ value }) => value === code)?.label ?? code
  const shownInstruments = (values: FormFields) => instrumentsIn(values, languageOf)
  const fields: readonly RecordField[] = [
    textsField('name', t('name'), { wordOf: languageOf }),
    textsField('description', t('description'), { wordOf: languageOf }),
    comboField('partner', t('partner'), 'partner'),
    plainField('instruments', t('instruments'), { read: shownInstruments, show: shownInstruments }),
    plainField('timeZone', t('timeZone')),
    plainField('languages', t('languages'), {
      show: (stored) => textsAt(stored, 'languages').map(languageOf).join(', '),
      read: (stored) => textsAt(stored, 'languages').sort(),
    }),
    plainField('sourceName', t('sourceName')),
    plainField('sourceUrl', t('sourceUrl')),
  ]
  const lines = useFaultLines(
    state,
    ({ field }) => fields.find(({ part }) => part === field.split('.')[0])?.label ?? null,
  )
  const language = textAt(values, 'name.original')
  const text = (name: 'sourceName' | 'sourceUrl') => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: errorOf(name),
  })
  return (
    <FormContext value={{ values, problems: state.problems }}>
      <form
        key={state.turn}
        id="territory-facts"
        action={action}
        noValidate
        className="flex max-w-[40rem] flex-col gap-5"
      >
        <ErrorSummary lines={lines} turn={state.turn} />
        <input type="hidden" name="id" value={textAt(initial, 'id')} />
        <StaleNotice stale={state.result?.stale} fields={fields} />
        <TextsField
          name="name"
          label={t('name')}
          languages={choices.texts}
          language={language}
          max={200}
          lines="one"
          optional={false}
        />
        <TextsField
          name="description"
          label={t('description')}
          languages={choices.texts}
          language={language}
          max={5000}
        />
        {partner}
        <InstrumentsField
          rows={rowsAt(values, 'instruments')}
          languages={choices.texts}
          language={language}
          error={errorOf('instruments')}
        />
        <SelectField
          name="timeZone"
          label={t('timeZone')}
          items={choices.timeZones}
          defaultValue={textAt(values, 'timeZone')}
          error={errorOf('timeZone')}
          turn={state.turn}
        />
        <CheckList
          name="languages"
          label={t('languages')}
          choices={choices.languages}
          chosen={textsAt(values, 'languages')}
          error={errorOf('languages')}
        />
        <div className="grid items-start gap-4.5 sm:grid-cols-2">
          <TextInput {...text('sourceName')} optional autoComplete="off" />
          <TextInput {...text('sourceUrl')} type="url" optional autoComplete="off" />
        </div>
        <div>
          <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
            {t('save')}
          </Button>
        </div>
      </form>
    </FormContext>
  )
}
