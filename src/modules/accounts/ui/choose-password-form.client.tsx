'use client'

import { useTranslations } from 'next-intl'
import { choosePasswordHere } from '@/modules/accounts/link.actions'
import { PasswordInput } from '@/modules/accounts/ui/password-input.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'

/** One field and one button; the token of the link travels in the form, never in what is sent back. */
export function ChoosePasswordForm({ token }: { token: string }) {
  const t = useTranslations('accounts.choosePassword')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(choosePasswordHere)
  const lines = [
    ...(state.refusal === null ? [] : [{ text: fieldText(errors, state.refusal) }]),
    ...state.problems.map((problem) => ({
      ...(problem.field === 'password' && { field: 'password' }),
      text: fieldText(errors, problem),
    })),
  ]
  return (
    <form action={action} noValidate className="flex flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <PasswordInput
        name="password"
        label={t('password')}
        hint={t('hint')}
        autoComplete="new-password"
        error={state.problems.find((problem) => problem.field === 'password')}
      />
      <input type="hidden" name="token" value={token} />
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
