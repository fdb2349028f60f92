'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { type FormState, unsent } from '@/core/form-state'
import { Button } from '@/ui/button'
import type { ButtonLook } from '@/ui/button-look'
import { fieldText } from '@/ui/field-text'
import { Notice } from '@/ui/notice'

/** A deed of one button; `children` are hidden fields that say of what. */
export function OneButton({
  action,
  label,
  name,
  busy,
  children,
  ...look
}: ButtonLook & {
  action: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>
  label: string
  /** Said to those who do not see beside what the button stands. */
  name?: string
  busy: string
  children?: ReactNode
}) {
  const errors = useTranslations('errors')
  const [state, send, isPending] = useActionState(action, unsent)
  const fault = state.refusal ?? state.problems[0]
  return (
    <form action={send} className="flex flex-col items-start gap-2">
      {children}
      <Button type="submit" aria-label={name} busy={isPending} busyLabel={busy} {...look}>
        {label}
      </Button>
      {fault !== undefined && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
    </form>
  )
}
