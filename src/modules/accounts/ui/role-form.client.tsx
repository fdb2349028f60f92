'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { type GivenRole, useRoleItems } from '@/modules/accounts/ui/use-role-words'
import { giveRoleHere } from '@/modules/accounts/user.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'

/** Gives one more role to somebody. */
export function RoleForm({ userId, roles }: { userId: string; roles: readonly GivenRole[] }) {
  const t = useTranslations('users.sheet')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(giveRoleHere)
  return (
    <form action={send} noValidate className="mt-4 flex max-w-[26rem] flex-col gap-3">
      <input type="hidden" name="userId" value={userId} />
      <SelectField
        name="as"
        label={t('giveLabel')}
        items={useRoleItems(roles)}
        empty={t('choose')}
        turn={state.turn}
        defaultValue={textAt(state.values, 'as')}
        error={state.problems.find(({ field }) => field === 'as')}
      />
      {state.refusal !== null && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <div>
        <Button type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('give')}
        </Button>
      </div>
    </form>
  )
}
