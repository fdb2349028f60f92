'use client'

import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { signInHere } from '@/modules/accounts/account.actions'
import { PasswordInput } from '@/modules/accounts/ui/password-input.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextInput } from '@/ui/text-input'

/** Works before and without script: then the page comes back with the same state. The password is never sent back. */
export function SignInForm({ callbackUrl }: { callbackUrl?: string | undefined }) {
  const t = useTranslations('accounts.signIn')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(signInHere)
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const lines = [
    ...(state.refusal === null ? [] : [{ text: fieldText(errors, state.refusal) }]),
    ...state.problems.map((problem) => ({ field: problem.field, text: lineOf(problem) })),
  ]
  const typed = state.values.email
  return (
    <form action={action} noValidate className="flex flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <TextInput
        key={state.turn}
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        spellCheck={false}
        defaultValue={typeof typed === 'string' ? typed : ''}
        error={faultOf('email')}
      />
      <PasswordInput name="password" label={t('password')} error={faultOf('password')} />
      {callbackUrl !== undefined && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
        <Link href="/sign-in/reset" prefetch={false} className="inline-block py-1 text-sm">
          {t('forgot')}
        </Link>
      </div>
    </form>
  )

  function lineOf(problem: { field: string; message: string; values?: Record<string, string | number> }) {
    const label = problem.field === 'email' || problem.field === 'password' ? `${t(problem.field)}: ` : ''
    return label + fieldText(errors, problem)
  }
}
