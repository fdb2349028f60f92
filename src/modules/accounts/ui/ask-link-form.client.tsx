'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import type { LinkKind } from '@/modules/accounts/account.schema'
import { askLinkHere } from '@/modules/accounts/link.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextInput } from '@/ui/text-input'

/** One address and one button. What is answered says nothing of who has an account. */
export function AskLinkForm({ kind, callbackUrl }: { kind: LinkKind; callbackUrl?: string | undefined }) {
  const t = useTranslations('accounts.askLink')
  const signIn = useTranslations('accounts.signIn')
  const [state, action, isPending] = useFormAction(askLinkHere)
  const lines = useFaultLines(state, ({ field }) => (field === 'email' ? signIn('email') : null))
  if (state.result !== undefined)
    return (
      <div className="flex flex-col gap-3">
        <Notice tone="ok" role="status">
          {t('asked', { email: state.result })}
        </Notice>
        <p className="text-sm text-ink-2">{t('nothingThere')}</p>
      </div>
    )
  return (
    <form action={action} noValidate className="flex flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <TextInput
        key={state.turn}
        name="email"
        type="email"
        label={signIn('email')}
        autoComplete="username"
        spellCheck={false}
        defaultValue={textAt(state.values, 'email')}
        error={state.problems.find(({ field }) => field === 'email')}
      />
      <input type="hidden" name="kind" value={kind} />
      {callbackUrl !== undefined && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
