'use client'

import { useTranslations } from 'next-intl'
import { deleteAccountHere } from '@/modules/accounts/own-account.actions'
import type { ProofKind } from '@/modules/accounts/own-account.schema'
import { PasswordInput } from '@/modules/accounts/ui/password-input.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'
import { TextInput } from '@/ui/text-input'

/** One proof and one button; the way back stands beside it. */
export function DeleteAccountForm({ proof, email }: { proof: ProofKind; email: string }) {
  const t = useTranslations('ownAccount.delete')
  const [state, send, isPending] = useFormAction(deleteAccountHere)
  const lines = useFaultLines(state, ({ field }) => (field === 'proof' ? t(proof) : null))
  const control = {
    name: 'proof',
    label: t(proof),
    error: state.problems.find(({ field }) => field === 'proof'),
  }
  return (
    <form action={send} noValidate className="flex max-w-[26rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      {proof === 'password' ? (
        <PasswordInput {...control} />
      ) : (
        <TextInput
          {...control}
          hint={proof === 'email' ? t('emailHint', { email }) : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="destructive" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
        <LinkButton href="/desk/account" look="quiet">
          {t('cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
