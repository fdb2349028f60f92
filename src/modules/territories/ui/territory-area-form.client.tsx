'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { sendTerritoryArea } from '@/modules/territories/territory.actions'
import { AreaFields, type AreaChoices } from '@/modules/territories/ui/area-fields.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'

const fields = ['level', 'country', 'nutsCode', 'boundary', 'parentId'] as const

/** Changes level and boundary of a territory, and with them whose home it is. */
export function TerritoryAreaForm({
  at,
  initial,
  choices,
}: {
  at: { id: string; version: number }
  initial: FormFields
  choices: AreaChoices
}) {
  const t = useTranslations('territoryForm')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendTerritoryArea, 'territory-area')
  const values = state.turn === 0 ? initial : state.values
  const nameOf = (field: string) => fields.find((name) => name === field.split('.')[0])
  const lines = useFaultLines(state, ({ field }) => {
    const name = nameOf(field)
    return name === undefined ? null : t(name)
  })
  return (
    <form key={state.turn} id="territory-area" action={action} noValidate className="flex max-w-[34rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={at.id} />
      <input type="hidden" name="version" value={at.version} />
      <AreaFields
        choices={choices}
        turn={state.turn}
        boundaryHint={t('boundaryKept')}
        control={(name) => ({
          name,
          label: t(name),
          defaultValue: textAt(values, name),
          error: state.problems.find(({ field }) => nameOf(field) === name),
        })}
      />
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('redraw')}
        </Button>
      </div>
    </form>
  )
}
