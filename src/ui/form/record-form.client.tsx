'use client'

import { lazy, type ReactNode } from 'react'
import type { FieldProblem } from '@/core/app-error'
import type { StaleForm } from '@/core/form-outcome'
import type { FormState } from '@/core/form-state'
import { ErrorSummary } from '@/ui/error-summary.client'
import { FormContext } from '@/ui/form/form-context'
import { type Intent, type Progress, SendCard } from '@/ui/form/send-card.client'
import { useFaultLines } from './use-fault-lines.client'
import type { useTypedRecord } from './use-record-form.client'
import type { RecordField } from './record-field'

// Seldom needed. It comes within the answer that needs it, which is shown when it is there: nothing stands in its place.
const ConflictChoice = lazy(async () => ({
  default: (await import('@/ui/form/conflict-choice.client')).ConflictChoice,
}))

type Props = {
  frame: ReturnType<typeof useTypedRecord>['frame']
  /** What two versions of it may differ in. */
  conflicts: readonly RecordField[]
  labelOf: (field: string) => string
  /** What the buttons do, the primary one first. */
  intents: readonly Intent[]
  note: string
  progress: readonly Progress[]
  /** The parts of the form, drawn anew with other values. */
  parts: ReactNode
  /** Stands beside the buttons: records that may be the same. */
  beside?: ReactNode
  /** Stands under the card of the buttons: what may be done with the record as it is. */
  children?: ReactNode
}

/** The frame of a curated record's form: what differs, what is wrong, its parts, and the card with the ways on. */
export function RecordForm({ frame, labelOf, parts, beside, children, ...card }: Props) {
  const { id, form, recordId, record, draft } = frame
  const { values, state, stale } = record
  const lines = useFaultLines(state, ({ field }) => labelOf(field))
  return (
    <div className="flex flex-col gap-8 max-frame:pb-20 frame:grid frame:grid-cols-[minmax(0,45rem)_minmax(17rem,20rem)] frame:justify-between frame:gap-14">
      <div className="min-w-0">
        {stale !== null && (
          <ConflictChoice
            key={record.turn}
            fields={card.conflicts}
            form={id}
            version={stale.version}
            mine={values}
            theirs={stale.values}
            onChosen={(picked) => record.choose(picked, stale.version)}
          />
        )}
        <div className="mb-6 empty:hidden">
          <ErrorSummary lines={lines} turn={state.turn} />
        </div>
        <form ref={form} id={id} action={record.send} noValidate>
          {/* Enter in a field keeps a draft where there is one; sending on is a button of its own. */}
          <button type="submit" name="intent" value={card.intents.at(-1)} hidden tabIndex={-1} />
          <input type="hidden" name="id" value={recordId} />
          <input key={record.version} type="hidden" name="version" defaultValue={record.version} />
          <FormContext value={{ values, problems: state.problems }}>
            <div key={record.turn}>{parts}</div>
          </FormContext>
        </form>
      </div>
      <aside className="flex flex-col gap-4 self-start frame:sticky frame:top-6">
        <SendCard
          form={id}
          draft={draft}
          intents={card.intents}
          note={card.note}
          isBusy={record.isPending}
          progress={card.progress}
        >
          {beside}
        </SendCard>
        {children}
      </aside>
    </div>
  )
}

/** Does a problem's field belong to this name of the form? */
export const isPartOf = (field: string, name: string): boolean => field === name || field.startsWith(`${name}.`)

/** How far a part of the form is: wrong where something under these names was refused. */
export const progressOf =
  (state: Pick<FormState<StaleForm>, 'problems'>) =>
  (isDone: boolean, ...names: string[]): Progress['state'] =>
    state.problems.some(({ field }: FieldProblem) => names.some((name) => isPartOf(field, name)))
      ? 'wrong'
      : isDone
        ? 'done'
        : 'open'
