'use client'

import { type ReactNode, useRef, useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import type { StaleForm } from '@/core/form-outcome'
import type { FormState } from '@/core/form-state'
import type { Intent } from '@/ui/form/send-card.client'
import { useDraft } from '@/ui/form/use-draft.client'
import { useFormAction } from '@/ui/form/use-form-action.client'

type Action = (previous: FormState<StaleForm>, form: FormData) => Promise<FormState<StaleForm>>

/** What a page opens a form with: stored or typed values, and the present ones when somebody saved meanwhile. */
export type OpenedForm = {
  id: string
  /** null = a new record. */
  version: number | null
  values: FormFields
  stale: StaleForm['stale'] | null
  /** When what was typed and not sent was kept. */
  keptAt: Date | null
}

/** What opens the form of a curated record. */
export type OpenedRecord<Choices> = {
  opened: OpenedForm
  choices: Choices
  /** What the buttons do, the primary one first. */
  intents: readonly Intent[]
  /** Stands under the card of the buttons: what may be done with the record as it is. */
  children?: ReactNode
}

/**
 * The life of a curated record's form: sent, refused with everything kept, or found stale and chosen anew. `turn` changes
 * whenever the values do: as `key` of the fields it brings them to the screen. `form` is its id in the page.
 */
function useRecordForm(action: Action, form: string, opened: OpenedForm) {
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

/**
 * A record's form with what is typed in it now (`typed`), kept as a draft while it is typed. `frame` is for `RecordForm`.
 */
export function useTypedRecord(send: Action, id: string, kind: 'actor' | 'relation' | 'practice', opened: OpenedForm) {
  const form = useRef<HTMLFormElement>(null)
  const record = useRecordForm(send, id, opened)
  const [typed, setTyped] = useState<FormFields>(record.values)
  const base = record.version === '' ? '' : `?base=${record.version}`
  const draft = useDraft(form, {
    address: `/api/drafts/${kind}/${opened.id}${base}`,
    ...{ isPaused: record.isPending, keptAt: opened.keptAt },
    onRead: setTyped,
  })
  return {
    frame: { id, form, recordId: opened.id, record, draft },
    values: record.values,
    state: record.state,
    typed,
  }
}
