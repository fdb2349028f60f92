'use client'

import { useTranslations } from 'next-intl'
import type { FormState } from '@/core/form-state'
import type { RecoveryCodesShown } from '@/modules/accounts/two-factor.schema'
import { CodeInput } from '@/modules/accounts/ui/code-input'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'

const words = {
  confirm: { submit: 'confirm', busy: 'confirmBusy', hint: 'codeHint' },
  renew: { submit: 'renew', busy: 'renewBusy', hint: 'renewHint' },
} as const

/** A code that is answered with recovery codes; `sent` is what `useFormAction` holds of it. */
export function CodesForm({
  deed,
  sent: [state, send, isPending],
}: {
  deed: keyof typeof words
  sent: [FormState<RecoveryCodesShown>, (form: FormData) => void, boolean]
}) {
  const t = useTranslations('ownAccount.twoFactor')
  const { submit, busy, hint } = words[deed]
  const lines = useFaultLines(state, ({ field }) => (field === 'code' ? t('code') : null))
  return (
    <form action={send} noValidate className="flex max-w-[26rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <CodeInput
        label={t('code')}
        hint={t(hint)}
        isRecovery={deed === 'renew'}
        error={state.problems.find(({ field }) => field === 'code')}
      />
      <div>
        <Button look={deed === 'confirm' ? 'primary' : 'secondary'} type="submit" busy={isPending} busyLabel={t(busy)}>
          {t(submit)}
        </Button>
      </div>
    </form>
  )
}
