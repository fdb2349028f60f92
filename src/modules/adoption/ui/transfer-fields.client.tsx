'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormFields } from '@/core/form-fields'
import type { FormState } from '@/core/form-state'
import { textAt } from '@/core/form-values'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { FormContext } from '@/ui/form/form-context'
import { MoreFields } from '@/ui/form/more-fields'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'

/** Which practice and territory a form speaks of; `version` null: nothing is recorded of the two yet. */
export type TransferPair = { practiceId: string; territoryId: string; version: number | null }

/** The frame of the three forms of a transfer: what is wrong, the fields, one button. Works without script. */
export function TransferForm({
  id,
  action,
  at,
  language,
  initial,
  labels,
  submit,
  look = 'primary',
  fold,
  children,
}: {
  id: string
  action: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>
  /** `territoryId` null: the form holds a choice of its own. */
  at: Omit<TransferPair, 'territoryId'> & { territoryId: string | null }
  /** The one the territory writes in. */
  language: string
  initial: FormFields
  /** The name of each control in words, for the summary of what is wrong. */
  labels: Readonly<Record<string, string>>
  submit: string
  look?: 'primary' | 'secondary'
  /** The form stands behind this line, open from the start or not; what is wrong with it opens it. */
  fold?: { label: string; open: boolean }
  /** The fields, of one answer: they are drawn anew after each. */
  children: (state: { values: FormFields; turn: number }) => ReactNode
}) {
  const ui = useTranslations('ui')
  const [state, send, isPending] = useFormAction(action, id)
  const values = state.turn === 0 ? initial : state.values
  const lines = useFaultLines(state, ({ field }) => labels[field] ?? labels[field.split('.')[0] ?? ''] ?? null)
  const form = (
    <form key={state.turn} id={id} action={send} noValidate className="flex max-w-[45rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="practiceId" value={at.practiceId} />
      {at.territoryId !== null && <input type="hidden" name="territoryId" value={at.territoryId} />}
      {at.version !== null && <input type="hidden" name="version" value={at.version} />}
      <input type="hidden" name="language" value={textAt(values, 'language') || language} />
      <FormContext value={{ values, problems: state.problems }}>{children({ values, turn: state.turn })}</FormContext>
      <div>
        <Button look={look} type="submit" busy={isPending} busyLabel={ui('sending')}>
          {submit}
        </Button>
      </div>
    </form>
  )
  return fold === undefined ? (
    form
  ) : (
    <MoreFields label={fold.label} open={fold.open || lines.length > 0}>
      {form}
    </MoreFields>
  )
}
