'use client'

import { Ban, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import type { FormState } from '@/core/form-state'
import { textAt } from '@/core/form-values'
import { Button } from '@/ui/button'
import { buttonClasses } from '@/ui/button-look'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextArea } from '@/ui/text-area'

type State = FormState<never>

/** A no that has to be explained: opens to a field for the reason. Works without script. */
export function ReasonForm({
  action,
  about,
  trigger,
  label,
  hint,
  send,
  isFinal = false,
  children,
}: {
  action: (previous: State, form: FormData) => Promise<State>
  /** What it concerns, for who hears the button only; its id makes the field's. */
  about: { id: string; name: string }
  trigger: string
  label: string
  hint: string
  send: string
  /** What it ends cannot be brought back by whoever is concerned. */
  isFinal?: boolean
  /** Hidden fields that say of what. */
  children: ReactNode
}) {
  const t = useTranslations('form.moves')
  const errors = useTranslations('errors')
  const [state, submit, isPending] = useFormAction(action)
  const look = isFinal ? 'destructive' : 'secondary'
  const fault = state.refusal ?? state.problems.find(({ field }) => field !== 'reason')
  return (
    <details className="max-w-[30rem]" open={state.turn > 0 || undefined}>
      <summary className={buttonClasses({ look, size: 'small' })}>
        {isFinal ? <Ban aria-hidden /> : <Undo2 aria-hidden />}
        {trigger}
        <span className="sr-only">: {about.name}</span>
      </summary>
      <form action={submit} className="mt-2.5 flex flex-col gap-3 sm:min-w-[24rem]" noValidate>
        {children}
        <TextArea
          key={state.turn}
          name="reason"
          id={`reason-${about.id}`}
          label={label}
          hint={hint}
          rows={3}
          max={1000}
          defaultValue={textAt(state.values, 'reason')}
          error={state.problems.find((problem) => problem.field === 'reason')}
        />
        {fault && (
          <Notice tone="bad" role="alert">
            {fieldText(errors, fault)}
          </Notice>
        )}
        <div>
          <Button type="submit" look={look} size="small" busy={isPending} busyLabel={t('busy')}>
            {send}
          </Button>
        </div>
      </form>
    </details>
  )
}
