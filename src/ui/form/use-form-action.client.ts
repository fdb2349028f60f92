'use client'

import { unstable_isUnrecognizedActionError as isOfOldBuild } from 'next/navigation'
import { useActionState, useId, useState, useSyncExternalStore } from 'react'
import { type FormFields, fieldsOf } from '@/core/form-fields'
import { type FormState, unsent } from '@/core/form-state'
import { newerFields } from '@/core/newer-fields'
import { isConnectionLost } from '@/ui/form/connection-lost'
import { dropForm, keepForm, keptForm, type KeptForm } from '@/ui/form/kept-form'
import { useHasScript } from '@/ui/use-has-script.client'

type Action<Result> = (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>

const never = () => () => undefined

/** What was kept, as the state of a form that was sent: its fields are filled, and a line says why. */
const stateOf = <Result>({ reason, values }: KeptForm): FormState<Result> => ({
  turn: -1,
  values,
  problems: [],
  refusal: { code: 'conflict', message: reason, values: {} },
})

/** What stands in a form of this page now, but for files; nothing in one without an id. */
function standingIn(id: string): FormFields {
  const form = document.getElementById(id)
  const data = form instanceof HTMLFormElement ? new FormData(form) : new FormData()
  for (const [name, value] of [...data]) if (typeof value !== 'string') data.delete(name)
  return fieldsOf(data)
}

/**
 * `useActionState` for a form of ours, that loses no text: when a new build no longer knows the form's action, the page
 * is loaded again and the form filled as it was; when the session is over, the form is filled again after signing in;
 * without a connection a line says so above what was typed. What is typed or chosen while the form is being sent is
 * newer than the answer, and stays.
 * `form` is the id of the form in the page (a form without any text needs none). Until a script can answer, it is the
 * plain action.
 */
export function useFormAction<Result = never>(
  action: Action<Result>,
  id?: string,
): [FormState<Result>, (form: FormData) => void, boolean] {
  const hasScript = useHasScript()
  const place = useId()
  const form = id ?? place
  const stored = useSyncExternalStore(
    never,
    () => keptForm(form),
    () => null,
  )
  // Stays in the fields when nothing needs to be kept any more, because a draft of it was saved.
  const [kept, setKept] = useState<KeptForm | null>(null)
  if (stored !== null && stored !== kept) setKept(stored)
  const careful: Action<Result> = async (previous, data) => {
    const sent = standingIn(form)
    const answer = await answered(previous, data)
    return { ...answer, values: newerFields(answer.values, { sent, present: standingIn(form) }) }
  }
  const answered: Action<Result> = async (previous, data) => {
    dropForm(form)
    try {
      const answer = await action(previous, data)
      if (answer.refusal?.code === 'unauthenticated') keepForm(form, answer.values, 'signedInAgain')
      return answer
    } catch (error) {
      if (isConnectionLost(error))
        return {
          ...{ turn: previous.turn + 1, values: fieldsOf(data), problems: [] },
          refusal: { code: 'unavailable', message: 'connectionLost', values: {} },
        }
      if (!isOfOldBuild(error)) throw error
      keepForm(form, fieldsOf(data), 'pageUpdated')
      location.reload()
      return previous
    }
  }
  const [state, send, isPending] = useActionState<FormState<Result>, FormData>(hasScript ? careful : action, unsent)
  return [state.turn === 0 && kept !== null ? stateOf(kept) : state, send, isPending]
}
