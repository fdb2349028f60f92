'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { sameValue } from '@/core/compare'
import type { FormFields } from '@/core/form-fields'
import { Button } from '@/ui/button'

/** One thing that may differ: the names of the form that belong together, its label, and how its value reads. */
export type ConflictField = {
  names: readonly string[]
  label: string
  show: (values: FormFields) => string
  /** What is compared, where a form sends more than it says (a text's language without a text). */
  read?: (values: FormFields) => unknown
}

/**
 * Two versions of one record side by side (LOOK §6, Conflict of versions): rows that differ are marked, one of the two is
 * chosen in each. `onChosen` gets the values to go on with.
 */
export function ConflictChoice({
  fields,
  mine,
  theirs,
  onChosen,
}: {
  fields: readonly ConflictField[]
  mine: FormFields
  theirs: FormFields
  onChosen: (values: FormFields) => void
}) {
  const t = useTranslations('form.conflict')
  const differing = fields.filter(({ names, read }) =>
    read ? !sameValue(read(mine), read(theirs)) : names.some((name) => !sameValue(mine[name], theirs[name])),
  )
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const keyOf = (field: ConflictField) => field.names.join()
  const choose = (field: ConflictField, isTheirs: boolean) => {
    const next = new Set(taken)
    if (isTheirs) next.add(keyOf(field))
    else next.delete(keyOf(field))
    setTaken(next)
  }
  const finish = () => {
    const fromThem = differing.filter((field) => taken.has(keyOf(field))).flatMap(({ names }) => names)
    const kept = Object.entries(mine).filter(([name]) => !fromThem.includes(name))
    const brought = fromThem.flatMap((name) => (theirs[name] === undefined ? [] : [[name, theirs[name]] as const]))
    onChosen(Object.fromEntries([...kept, ...brought]))
  }
  return (
    <section aria-labelledby="conflict" className="mb-8 rounded-lg bg-sheet px-5 py-4.5 shadow-sheet">
      <h2 id="conflict" ref={heading} tabIndex={-1} className="font-serif text-xl font-medium tracking-serif">
        {t('title')}
      </h2>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t('lead', { count: differing.length })}</p>
      {differing.map((field) => (
        <fieldset key={keyOf(field)} className="mb-2 rounded-md bg-mark-soft px-3.5 py-2.5">
          <legend className="float-left mb-1.5 w-full text-sm font-semibold">{field.label}</legend>
          <div className="clear-left grid gap-3 sm:grid-cols-2">
            {[false, true].map((isTheirs) => (
              <label
                key={String(isTheirs)}
                htmlFor={`conflict-${keyOf(field)}-${isTheirs}`}
                className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2"
              >
                <input
                  id={`conflict-${keyOf(field)}-${isTheirs}`}
                  type="radio"
                  name={`conflict-${keyOf(field)}`}
                  checked={taken.has(keyOf(field)) === isTheirs}
                  onChange={() => choose(field, isTheirs)}
                  className="mt-0.5 size-4 flex-none accent-ink"
                />
                <span className="text-xs font-label text-ink-2">{t(isTheirs ? 'theirs' : 'mine')}</span>
                <span className="col-start-2 wrap-break-word whitespace-pre-line">
                  {field.show(isTheirs ? theirs : mine) || t('empty')}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="mt-3.5 flex flex-wrap gap-2">
        <Button look="primary" onClick={finish}>
          {t('finish')}
        </Button>
      </div>
      <p className="mt-2 text-sm text-ink-2">{t('after')}</p>
    </section>
  )
}
