'use client'

import { useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import type { StaleForm } from '@/core/form-outcome'
import type { FormState } from '@/core/form-state'
import { useFormAction } from '@/ui/form/use-form-action.client'

type Action = (previous: FormState<StaleForm>, form: FormData) => Promise<FormState<StaleForm>>

/** What a page opens a form with: stored or typed values, and the present ones when somebody saved meanwhile. */
export type OpenedForm = {
  id: string
  /** null = a new record. */
  version: number | null
  values: FormFields
  stale: StaleForm['stale'] | null
}

/**
 * The life of a curated record's form: sent, refused with everything kept, or found stale and chosen anew. `turn` changes
 * whenever the values do: as `key` of the fields it brings them to the screen. `form` is its id in the page.
 */
export function useRecordForm(action: Action, form: string, opened: OpenedForm) {
  const [state, send, isPending] = useFormAction(action, form)
  const [chosen, setChosen] = useState<{ turn: number; values: FormFields; version: number } | null>(null)
  const isChosen = chosen?.turn === state.turn
  const stale = state.turn === 0 ? opened.stale : (state.result?.stale ?? null)
  const values = isChosen ? chosen.values : state.turn === 0 ? opened.values : state.values
  const sentVersion = typeof state.values.version === 'string' ? state.values.version : ''
  return {
    send,
    isPending,
    state,
    values,
    version: isChosen
      ? String(chosen.version)
      : state.turn === 0
        ? String(opened.version ?? '')
        : // Whoever sends on without choosing has seen the other version and means their own.
          String(state.result?.stale.version ?? sentVersion),
    turn: state.turn * 2 + (isChosen ? 1 : 0),
    stale: isChosen ? null : stale,
    choose: (picked: FormFields, version: number) => setChosen({ turn: state.turn, values: picked, version }),
  }
}
