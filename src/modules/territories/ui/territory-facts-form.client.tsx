'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { sameValue } from '@/core/compare'
import type { FormFields } from '@/core/form-fields'
import { rowsAt, textAt, textsAt, valueAt } from '@/core/form-values'
import { sendTerritoryFacts } from '@/modules/territories/territory.actions'
import { InstrumentsField } from '@/modules/territories/ui/instruments-field.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { CheckList } from '@/ui/form/check-list'
import { FormContext } from '@/ui/form/form-context'
import { shownValue } from '@/ui/form/shown-value'
import { TextsField } from '@/ui/form/texts-field.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

const names = [
  'name',
  'description',
  'timeZone',
  'languages',
  'partner',
  'instruments',
  'sourceName',
  'sourceUrl',
] as const

/** Changes what a territory says of itself. `partner` is the field of the partner organisation. */
export function TerritoryFactsForm({
  at,
  initial,
  choices,
  partner,
}: {
  at: { id: string; version: number }
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
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendTerritoryFacts, 'territory-facts')
  const values = state.turn === 0 ? initial : state.values
  const stale = state.result?.stale
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const lines = useFaultLines(state, ({ field }) => {
    const name = names.find((one) => one === field.split('.')[0])
    return name === undefined ? null : t(name)
  })
  const language = textAt(values, 'name.original')
  const text = (name: 'sourceName' | 'sourceUrl') => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: errorOf(name),
  })
  const languageOf = (code: string) => choices.texts.find(({ value }) => value === code)?.label ?? code
  const shown = (stored: FormFields, name: (typeof names)[number]) =>
    name === 'partner' ? textAt(stored, 'partnerText') : shownValue(valueAt(stored, name), languageOf)
  return (
    <FormContext value={{ values, problems: state.problems }}>
      <form
        key={state.turn}
        id="territory-facts"
        action={action}
        noValidate
        className="flex max-w-[40rem] flex-col gap-5"
      >
        <ErrorSummary title={ui('errorSummary', { count: lines.length })} lines={lines} turn={state.turn} />
        <input type="hidden" name="id" value={at.id} />
        <input type="hidden" name="version" value={stale?.version ?? at.version} />
        {stale !== undefined && (
          <Notice tone="warn" role="alert">
            <p>{errors('entryChanged')}</p>
            <dl className="mt-2">
              {names
                .filter((name) => !sameValue(stale.values[name], values[name]))
                .map((name) => (
                  <div key={name}>
                    <dt className="inline font-label">{t(name)}: </dt>
                    <dd className="inline">{shown(stale.values, name)}</dd>
                  </div>
                ))}
            </dl>
          </Notice>
        )}
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
