'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import type { FormState } from '@/core/form-state'
import { Button } from '@/ui/button'
import type { ButtonLook } from '@/ui/button-look'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/**
 * One button that does one thing: behind a mailed link, or beside what stands on the page. `values` say on what it acts;
 * `done` is told in place of the button when the action came back with a result. Works without script. With fields of
 * its own it is a form with an `id`, and `children` draw them from its state.
 */
export function DeedForm<Result>({
  action,
  id,
  values,
  submit,
  busy,
  done,
  icon,
  children,
  ...look
}: ButtonLook & {
  action: (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>
  id?: string
  values: Readonly<Record<string, string | number>>
  /** The words of the button; `label` says on whom it acts, where several stand side by side. */
  submit: string | { text: string; label: string }
  /** What it says meanwhile; "Sending…" unless told. */
  busy?: string
  done?: string
  icon?: ReactNode
  children?: ReactNode | ((state: FormState<Result>) => ReactNode)
}) {
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, send, isPending] = useFormAction(action, id)
  const hasFields = typeof children === 'function'
  // A field says itself what is wrong with it.
  const fault = state.refusal ?? (hasFields ? undefined : state.problems[0])
  if (done !== undefined && state.result !== undefined)
    return (
      <Notice tone="ok" role="status">
        {done}
      </Notice>
    )
  return (
    <form
      key={hasFields ? state.turn : undefined}
      id={id}
      action={send}
      noValidate={hasFields}
      className="flex flex-col items-start gap-3"
    >
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hasFields ? <div className="flex w-full flex-col gap-3.5">{children(state)}</div> : children}
      {fault && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
      <Button
        type="submit"
        icon={icon}
        busy={isPending}
        busyLabel={busy ?? ui('sending')}
        {...look}
        {...(typeof submit !== 'string' && { 'aria-label': submit.label })}
      >
        {typeof submit === 'string' ? submit : submit.text}
      </Button>
    </form>
  )
}
