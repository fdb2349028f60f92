'use client'

import { useTranslations } from 'next-intl'
import { textAt, textsAt } from '@/core/form-values'
import type { FormFields } from '@/core/form-fields'
import { sendTerritoryForm } from '@/modules/territories/territory.actions'
import { type AreaChoices, AreaFields } from '@/modules/territories/ui/area-fields.client'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ErrorSummary } from '@/ui/error-summary.client'
import { CheckList } from '@/ui/form/check-list'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

type TerritoryChoices = AreaChoices & {
  languages: readonly SelectChoice[]
  timeZones: readonly SelectChoice[]
}

const fields = [
  'name',
  'language',
  'slug',
  'level',
  'country',
  'nutsCode',
  'boundary',
  'parentId',
  'timeZone',
  'languages',
] as const

/** Creates a territory. `initial` is what the chosen NUTS region already says. */
export function TerritoryForm({ initial, choices }: { initial: FormFields; choices: TerritoryChoices }) {
  const t = useTranslations('territoryForm')
  const [state, action, isPending] = useFormAction(sendTerritoryForm, 'territory-form')
  const values = state.turn === 0 ? initial : state.values
  const labelOf = ({ field }: { field: string }) => {
    const known = fields.find((name) => name === field.split('.')[0])
    return known === undefined ? null : t(known)
  }
  const lines = useFaultLines(state, labelOf)
  const control = (name: (typeof fields)[number]) => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: state.problems.find(({ field }) => field.split('.')[0] === name),
  })
  return (
    <form key={state.turn} id="territory-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <TextInput {...control('name')} />
      <SelectField {...control('language')} items={choices.languages} turn={state.turn} />
      <AreaFields choices={choices} control={control} turn={state.turn} boundaryHint={t('boundaryHint')} />
      <SelectField {...control('timeZone')} items={choices.timeZones} empty={t('choose')} turn={state.turn} />
      <CheckList
        name="languages"
        label={t('languages')}
        choices={choices.languages.slice(0, 12)}
        chosen={textsAt(values, 'languages')}
        error={control('languages').error}
      />
      <TextInput {...control('slug')} hint={t('slugHint')} optional spellCheck={false} />
      <Checkbox
        name="coordinate"
        defaultChecked={state.turn === 0 || textAt(values, 'coordinate') === 'on'}
        hint={t('coordinateHint')}
      >
        {t('coordinate')}
      </Checkbox>
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
