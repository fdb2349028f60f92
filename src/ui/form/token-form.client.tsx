'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import type { FormState } from '@/core/form-state'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** The page behind a mailed link: one button that sends the token (9-decisions, Mailed links). */
export function TokenForm({
  action,
  token,
  submit,
  look = 'primary',
  children,
}: {
  action: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>
  token: string
  submit: string
  look?: 'primary' | 'secondary' | 'destructive'
  /** More fields of the form. */
  children?: ReactNode
}) {
  const ui = useTranslations('ui')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(action)
  const fault = state.refusal ?? state.problems[0]
  return (
    <form action={send} className="flex flex-col items-start gap-3" noValidate>
      <input type="hidden" name="token" value={token} />
      {children}
      {fault && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
      <Button type="submit" look={look} busy={isPending} busyLabel={ui('sending')}>
        {submit}
      </Button>
    </form>
  )
}
