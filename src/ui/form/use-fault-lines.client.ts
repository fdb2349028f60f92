'use client'

import { useTranslations } from 'next-intl'
import type { FieldProblem } from '@/core/app-error'
import type { FormState } from '@/core/form-state'
import type { SummaryLine } from '@/ui/error-summary.client'
import { fieldText } from '@/ui/field-text'

/** What an answer refused, as lines of the error summary: the name of the field, then why. */
export function useFaultLines(
  state: Pick<FormState<unknown>, 'problems' | 'refusal'>,
  labelOf: (problem: FieldProblem) => string | null,
): SummaryLine[] {
  const errors = useTranslations('errors')
  const whole = state.refusal === null ? [] : [{ text: fieldText(errors, state.refusal) }]
  const lines = state.problems.map((problem) => {
    const label = labelOf(problem)
    return { field: problem.field, text: `${label ?? problem.field}: ${fieldText(errors, problem)}` }
  })
  return [...whole, ...lines]
}
