'use client'

import type { FormState } from '@/core/form-state'
import { CodeInput } from '@/modules/accounts/ui/code-input'
import { Button } from '@/ui/button'
import type { ButtonLook } from '@/ui/button-look'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'

type Props = {
  action: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>
  label: string
  hint: string
  submit: string
  busy: string
  look?: ButtonLook['look']
  /** Address of the field in the page. */
  id?: string
  /** Letters too: a recovery code. */
  isRecovery?: boolean
  callbackUrl?: string | undefined
}

/** One code and one button. What was typed never comes back: each code works once. */
export function CodeForm({
  action,
  label,
  hint,
  submit,
  busy,
  look = 'primary',
  id = 'code',
  isRecovery,
  callbackUrl,
}: Props) {
  const [state, send, isPending] = useFormAction(action)
  const lines = useFaultLines(state, ({ field }) => (field === 'code' ? label : null)).map((line) =>
    line.field === 'code' ? { ...line, field: id } : line,
  )
  return (
    <form action={send} noValidate className="flex max-w-[26rem] flex-col gap-5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <CodeInput
        id={id}
        label={label}
        hint={hint}
        isRecovery={isRecovery}
        error={state.problems.find(({ field }) => field === 'code')}
      />
      {callbackUrl !== undefined && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
      <div>
        <Button look={look} type="submit" busy={isPending} busyLabel={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
