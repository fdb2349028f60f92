'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import { sameValue } from '@/core/compare'
import { textAt } from '@/core/form-values'
import { mergePair } from '@/modules/curation/merge.actions'
import { mergedLists, mergeParts, type Side, sides } from '@/modules/curation/merge-parts.schema'
import type { ComparedRecord, Compared } from '@/modules/curation/ui/compared'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import type { RecordField } from '@/ui/form/record-field'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/**
 * Two records side by side: which one stays, and from which of the two each differing field comes. Plain radios and one
 * button, so that it works before and without script. `fields` are those of the record's own form.
 */
export function MergeForm({
  compared,
  fields,
  heads,
  children,
}: {
  compared: Compared
  fields: readonly RecordField[]
  /** Each record by sign and name. */
  heads: Record<Side, ReactNode>
  /** What follows from the merge. */
  children: ReactNode
}) {
  const t = useTranslations('duplicates')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(mergePair)
  const { kind, proposal } = compared
  const differing = fields.filter((field) => isChosen(field, compared))
  const lists = fields.filter(
    ({ names: [name = ''], show }) =>
      mergedLists[kind].includes(name) && sides.some((one) => show(compared[one].values) !== ''),
  )
  const asked = (name: string, proposed: Side) => textAt(state.values, name) || proposed
  const faults = [...(state.refusal ? [state.refusal] : []), ...state.problems]
  const labelOf = (name: string) => fields.find(({ names }) => names.includes(name))?.label
  return (
    <form action={send} className="flex max-w-[60rem] flex-col gap-8" key={state.turn}>
      {faults.length > 0 && (
        <Notice tone="bad" role="alert">
          <b>{t('merge.refused')}</b>
          {faults.map((fault) => (
            <span key={fault.message} className="block">
              {'field' in fault && labelOf(fault.field) ? `${String(labelOf(fault.field))}: ` : ''}
              {fieldText(errors, fault)}
            </span>
          ))}
        </Notice>
      )}
      <input type="hidden" name="kind" value={kind} />
      {sides.map((one) => (
        <span key={one} hidden>
          <input type="hidden" name={`${one}Id`} value={compared[one].id} />
          <input type="hidden" name={`${one}Version`} value={compared[one].version} />
        </span>
      ))}
      <fieldset>
        <legend className="text-lg font-semibold">{t('merge.keep')}</legend>
        <p className="mb-3 text-sm text-ink-2">{t('merge.keepHint')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {sides.map((one) => (
            <div
              key={one}
              className="flex gap-3 rounded-lg border border-rule bg-sheet p-4 has-checked:border-ink has-checked:bg-mark-soft"
            >
              <input
                id={`keep-${one}`}
                type="radio"
                name="keep"
                value={one}
                aria-label={compared[one].name}
                defaultChecked={asked('keep', proposal.keep) === one}
                className="mt-1 size-5 flex-none accent-ink"
              />
              <div className="min-w-0">
                {heads[one]}
                <span className="mt-1 block pl-10 text-sm text-ink-2">{compared[one].facts.join(', ')}</span>
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <section aria-labelledby="choose">
        <h2 id="choose" className="mb-3 text-lg font-semibold">
          {t('merge.choose')}
        </h2>
        {differing.length === 0 && <p className="text-sm text-ink-2">{t('merge.nothingDiffers')}</p>}
        {differing.map((field) => (
          <Choice
            key={field.names[0]}
            field={field}
            compared={compared}
            chosen={asked(`choose.${field.names[0]}`, proposal.choose[field.names[0] ?? ''] ?? proposal.keep)}
          />
        ))}
      </section>
      {lists.length > 0 && (
        <section aria-labelledby="joined">
          <h2 id="joined" className="text-lg font-semibold">
            {t('merge.joined')}
          </h2>
          <p className="mb-3 text-sm text-ink-2">{t('merge.joinedLead')}</p>
          <dl>
            {lists.map(({ names, label, show }) => (
              <div key={names[0]} className="grid gap-x-8 gap-y-1 border-t border-rule py-2.5 sm:grid-cols-2">
                <dt className="text-sm font-semibold sm:col-span-2">{label}</dt>
                {sides.map((one) => (
                  <dd key={one} className="wrap-break-word whitespace-pre-line">
                    {show(compared[one].values) || <span className="text-ink-3">{t('merge.empty')}</span>}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      )}
      {children}
      <div>
        <Button type="submit" look="primary" busy={isPending} busyLabel={t('busy')}>
          {t('merge.send')}
        </Button>
      </div>
    </form>
  )
}

/** Whether something is to be chosen in this field: it is no list of both, and the two differ. */
function isChosen({ names, read }: RecordField, { kind, first, second }: Compared): boolean {
  if (!Object.hasOwn(mergeParts[kind], names[0] ?? '')) return false
  if (read) return !sameValue(read(first.values), read(second.values))
  return names.some((name) => !sameValue(first.values[name], second.values[name]))
}

function Choice({ field, compared, chosen }: { field: RecordField; compared: Compared; chosen: string }) {
  const t = useTranslations('duplicates.merge')
  const name = `choose.${field.names[0]}`
  const named = ({ name: words }: ComparedRecord) => words
  return (
    <fieldset className="mb-2 rounded-md bg-sunk px-3.5 py-2.5">
      <legend className="float-left mb-1.5 w-full text-sm font-semibold">{field.label}</legend>
      <div className="clear-left grid gap-3 sm:grid-cols-2 sm:gap-x-8">
        {sides.map((one) => (
          <label
            key={one}
            htmlFor={`${name}-${one}`}
            className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 has-checked:font-label"
          >
            <input
              id={`${name}-${one}`}
              type="radio"
              name={name}
              value={one}
              defaultChecked={chosen === one}
              className="mt-0.5 size-5 flex-none accent-ink"
            />
            <span className="sr-only">{named(compared[one])}: </span>
            <span className="col-start-2 wrap-break-word whitespace-pre-line">
              {field.show(compared[one].values) || <span className="text-ink-3">{t('empty')}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
