'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { createApiKeyHere } from '@/modules/accounts/api-key.actions'
import { apiKeyDays, apiScopes } from '@/modules/accounts/choices.schema'
import { ApiKeyShown } from '@/modules/accounts/ui/api-key-shown.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

const fields = ['name', 'territoryId', 'scope', 'days'] as const

/** Makes a key; once it is made it takes the place of the form, since it can be read only now. */
export function ApiKeyForm({ territories }: { territories: readonly SelectChoice[] }) {
  const t = useTranslations('apiKeys')
  const [state, send, isPending] = useFormAction(createApiKeyHere)
  const lines = useFaultLines(state, ({ field }) => {
    const known = fields.find((name) => name === field)
    return known === undefined ? null : t(`field.${known}`)
  })
  if (state.result !== undefined) return <ApiKeyShown {...state.result} />
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const control = (name: (typeof fields)[number]) => ({
    ...{ name, label: t(`field.${name}`), turn: state.turn },
    error: faultOf(name),
  })
  return (
    <form action={send} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <TextInput
        key={state.turn}
        name="name"
        label={t('field.name')}
        hint={t('hint.name')}
        autoComplete="off"
        defaultValue={textAt(state.values, 'name')}
        error={faultOf('name')}
      />
      <SelectField
        {...control('territoryId')}
        items={territories}
        defaultValue={textAt(state.values, 'territoryId') || territories[0]?.value}
      />
      <SelectField
        {...control('scope')}
        hint={t('hint.scope')}
        items={apiScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        defaultValue={textAt(state.values, 'scope') || 'read'}
      />
      <SelectField
        {...control('days')}
        items={apiKeyDays.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
        defaultValue={textAt(state.values, 'days') || '90'}
      />
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('create')}
        </Button>
      </div>
    </form>
  )
}
