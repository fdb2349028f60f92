'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import { Button } from '@/ui/button'
import { differs, type RecordField } from './record-field'

/**
 * Two versions of one record side by side (LOOK §6, Conflict of versions): parts that differ are marked, one of the two is
 * chosen in each. `onChosen` gets the values to go on with. Without script the choices are sent together with the form
 * (`take`, core/form-intent), and the save takes the parts that were chosen.
 */
export function ConflictChoice({
  fields,
  form,
  version,
  mine,
  theirs,
  words,
  onChosen,
}: {
  fields: readonly RecordField[]
  /** The `id` of the form. */
  form: string
  /** The version in the register now. */
  version: number
  mine: FormFields
  theirs: FormFields
  /** What is said instead of "somebody saved this", where it was oneself on another device. */
  words?: { title: string; mine: string; theirs: string }
  onChosen: (values: FormFields) => void
}) {
  const t = useTranslations('form.conflict')
  const differing = fields.filter((field) => differs(field, mine, theirs))
  const parts = [...new Set(differing.map(({ part }) => part))].map((part) => ({
    part,
    shown: differing.filter((field) => field.part === part),
  }))
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const choose = (part: string, isTheirs: boolean) => {
    const next = new Set(taken)
    if (isTheirs) next.add(part)
    else next.delete(part)
    setTaken(next)
  }
  const finish = () => {
    const fromThem = fields.filter(({ part }) => taken.has(part)).flatMap(({ names }) => names)
    const kept = Object.entries(mine).filter(([name]) => !fromThem.includes(name))
    const brought = fromThem.flatMap((name) => (theirs[name] === undefined ? [] : [[name, theirs[name]] as const]))
    onChosen(Object.fromEntries([...kept, ...brought]))
  }
  return (
    <section aria-labelledby="conflict" className="mb-8 rounded-lg bg-sheet px-5 py-4.5 shadow-sheet">
      <h2 id="conflict" ref={heading} tabIndex={-1} className="font-serif text-xl font-medium tracking-serif">
        {words?.title ?? t('title')}
      </h2>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t('lead', { count: parts.length })}</p>
      <input type="hidden" name="seen" value={version} form={form} />
      {parts.map(({ part, shown }) => (
        <fieldset key={part} className="mb-2 rounded-md bg-mark-soft px-3.5 py-2.5">
          <legend className="float-left mb-1.5 w-full text-sm font-semibold">
            {shown.map(({ label }) => label).join(', ')}
          </legend>
          <div className="clear-left grid gap-3 sm:grid-cols-2">
            {[false, true].map((isTheirs) => (
              <label
                key={String(isTheirs)}
                htmlFor={`conflict-${part}-${isTheirs}`}
                className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2"
              >
                <input
                  id={`conflict-${part}-${isTheirs}`}
                  type="radio"
                  form={form}
                  name={`take.${part}`}
                  value={isTheirs ? 'theirs' : 'mine'}
                  checked={taken.has(part) === isTheirs}
                  onChange={() => choose(part, isTheirs)}
                  className="mt-0.5 size-4 flex-none accent-ink"
                />
                <span className="text-xs font-label text-ink-2">
                  {words?.[isTheirs ? 'theirs' : 'mine'] ?? t(isTheirs ? 'theirs' : 'mine')}
                </span>
                {shown.map((field) => (
                  <span key={field.names[0]} className="col-start-2 wrap-break-word whitespace-pre-line">
                    {field.show(isTheirs ? theirs : mine) || t('empty')}
                  </span>
                ))}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="mt-3.5 noscript:hidden flex flex-wrap gap-2">
        <Button look="primary" onClick={finish}>
          {t('finish')}
        </Button>
      </div>
      <p className="mt-2 text-sm text-ink-2 noscript:hidden">{t('after')}</p>
    </section>
  )
}
