'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt, textsAt } from '@/core/form-values'
import { sendTerritoryFacts } from '@/modules/territories/territory.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { CheckList } from '@/ui/form/check-list'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

/** Changes what a territory says of itself. `interfaceLanguages` are those a text may have here. */
export function TerritoryFactsForm({
  at,
  initial,
  choices,
}: {
  at: { id: string; version: number }
  initial: FormFields
  choices: {
    interfaceLanguages: readonly SelectChoice[]
    languages: readonly SelectChoice[]
    timeZones: readonly SelectChoice[]
  }
}) {
  const t = useTranslations('territoryForm')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendTerritoryFacts)
  const values = state.turn === 0 ? initial : state.values
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const original = textAt(values, 'original')
  const inLanguage = (part: 'name' | 'description', language: SelectChoice) => ({
    name: `${part}.${language.value}`,
    label: t(`${part}In`, { language: language.label }),
    lang: language.value,
    optional: part === 'description' || language.value !== original,
    defaultValue: textAt(values, `${part}.${language.value}`),
    error: errorOf(`${part}.${language.value}`),
  })
  const labels = new Map([
    ['timeZone', t('timeZone')],
    ['languages', t('languages')],
    ['original', t('language')],
    ...choices.interfaceLanguages.flatMap((language): [string, string][] =>
      (['name', 'description'] as const).map((part) => [
        `${part}.${language.value}`,
        t(`${part}In`, { language: language.label }),
      ]),
    ),
  ])
  const lines = useFaultLines(state, ({ field }) => labels.get(field) ?? null)
  return (
    <form key={state.turn} action={action} noValidate className="flex max-w-[40rem] flex-col gap-5">
      <ErrorSummary title={ui('errorSummary', { count: lines.length })} lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={at.id} />
      <input type="hidden" name="version" value={at.version} />
      <SelectField
        name="original"
        label={t('language')}
        items={choices.interfaceLanguages}
        defaultValue={original}
        error={errorOf('original')}
        turn={state.turn}
      />
      {choices.interfaceLanguages.map((language) => (
        <TextInput key={language.value} {...inLanguage('name', language)} autoComplete="off" />
      ))}
      {choices.interfaceLanguages.map((language) => (
        <TextArea key={language.value} {...inLanguage('description', language)} rows={4} max={5000} />
      ))}
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
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
