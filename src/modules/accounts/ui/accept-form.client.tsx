'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { acceptInvitationHere } from '@/modules/accounts/invitation.actions'
import { PasswordInput } from '@/modules/accounts/ui/password-input.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextInput } from '@/ui/text-input'

/**
 * A name, a password if one is wanted, one button: the link itself has proven the address. Reviewers are not even asked
 * for a password: what they are mailed lets them in.
 */
export function AcceptForm({ token, email, asksPassword }: { token: string; email: string; asksPassword: boolean }) {
  const t = useTranslations('accounts.invitation')
  const [state, send, isPending] = useFormAction(acceptInvitationHere)
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const labels: Record<string, string> = { name: t('name'), password: t('password') }
  const lines = useFaultLines(state, ({ field }) => labels[field] ?? null)
  return (
    <form action={send} noValidate className="flex flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
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
