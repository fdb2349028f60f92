'use client'

import { useTranslations } from 'next-intl'
import { changePasswordHere } from '@/modules/accounts/own-account.actions'
import { PasswordInput } from '@/modules/accounts/ui/password-input.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'

/** The present password and a new one; neither ever comes back. `email` tells a password manager whose they are. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('ownAccount.password')
  const [state, send, isPending] = useFormAction(changePasswordHere)
  const labels: Record<string, string> = { oldPassword: t('old'), password: t('new') }
  const lines = useFaultLines(state, ({ field }) => labels[field] ?? null)
  const faultOf = (name: string) => state.problems.find(({ field }) => field === name)
  return (
    <form action={send} noValidate className="flex max-w-[26rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordInput name="oldPassword" label={t('old')} error={faultOf('oldPassword')} />
      <PasswordInput
        name="password"
        label={t('new')}
        hint={t('hint')}
        autoComplete="new-password"
        error={faultOf('password')}
      />
      <p className="text-sm text-ink-2">{t('note')}</p>
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
