'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { acceptInvitationHere } from '@/modules/accounts/invitation.actions'
import { PasswordInput } from '@/modules/accounts/ui/password-input.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextInput } from '@/ui/text-input'

const fields = ['name', 'password'] as const

/**
 * A name, a password if one is wanted, one button: the link itself has proven the address. Reviewers are not even asked
 * for a password: what they are mailed lets them in.
 */
export function AcceptForm({ token, email, asksPassword }: { token: string; email: string; asksPassword: boolean }) {
  const t = useTranslations('accounts.invitation')
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, send, isPending] = useFormAction(acceptInvitationHere)
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const lines = [
    ...(state.refusal === null ? [] : [{ text: fieldText(errors, state.refusal) }]),
    ...fields.flatMap((field) => {
      const fault = faultOf(field)
      return fault === undefined ? [] : [{ field, text: `${t(field)}: ${fieldText(errors, fault)}` }]
    }),
  ]
  return (
    <form action={send} noValidate className="flex flex-col gap-5">
      <ErrorSummary title={ui('errorSummary', { count: lines.length })} lines={lines} turn={state.turn} />
      {/* Password managers keep the password with this address. */}
      <input type="hidden" name="token" value={token} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        key={state.turn}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        defaultValue={textAt(state.values, 'name')}
        error={faultOf('name')}
      />
      {asksPassword ? (
        <PasswordInput
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          error={faultOf('password')}
          optional
        />
      ) : (
        <p className="text-sm text-ink-2">{t('noPassword')}</p>
      )}
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
