'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import type { FieldProblem } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import type { FormState } from '@/core/form-state'
import type { MergeableKind } from '@/modules/curation/duplicate.schema'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

export type CustodyAt = { kind: MergeableKind; id: string; version: number }
type Answer = { values: FormFields; turn: number; errorOf: (name: string) => FieldProblem | undefined }

/** A deed on the curation of one record: its fields, its button, and why it was refused. */
export function CustodyForm({
  action,
  at,
  words,
  destructive = false,
  children,
}: {
  action: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>
  at: CustodyAt
  words: string
  destructive?: boolean
  children: (answer: Answer) => ReactNode
}) {
  const t = useTranslations('custody')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(action)
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const fault = state.refusal ?? state.problems.find(({ field }) => ['id', 'version', 'kind'].includes(field))
  return (
    <form action={send} className="flex max-w-[30rem] flex-col gap-4" noValidate>
      {Object.entries(at).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fault && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
      {children({ values: state.values, turn: state.turn, errorOf })}
      <div>
        <Button type="submit" busy={isPending} busyLabel={t('busy')} {...(destructive && { look: 'destructive' })}>
          {words}
        </Button>
      </div>
    </form>
  )
}
