'use client'

import { useRef, useState, useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { groupAt, textAt } from '@/core/form-values'
import { languageInSentence } from '@/core/language'
import { Badge } from '@/ui/badge'
import { Counter } from '@/ui/counter.client'
import { Fieldset } from '@/ui/fieldset'
import { SelectField } from '@/ui/select-field'
import { type SelectChoice, SelectOptions } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'
import { useFormFields } from './form-context'
import { pastePlain } from './paste-plain'

const never = () => () => undefined

type Props = {
  name: string
  label: string
  hint?: string
  /** All languages a text may have; the first five are offered as tabs. */
  languages: readonly SelectChoice[]
  /** The language the record is written in. */
  language: string
  max: number
  lines?: 'one' | 'many'
  /** Counts one line too: a programme's limit. */
  counted?: boolean
  /** Says that it may be left out. */
  optional?: boolean
}

const tabLanguages = 5

/**
 * One text in several languages, each on a tab; without script all of them stand below each other. Sends
 * `name.original`, `name.texts.it.value` and, until somebody changes the text, `name.texts.it.machine`.
 */
export function TextsField({
  name,
  label,
  hint,
  languages,
  language,
  max,
  lines = 'many',
  counted = false,
  optional = true,
}: Props) {
  const t = useTranslations('form.texts')
  const template = useTranslations('ui')('counter', { count: '{count}', max })
  const locale = useLocale()
  const { values, faultOf } = useFormFields()
  const written = Object.keys(groupAt(groupAt(values, name), 'texts'))
  const faulty = languages.find(({ value }) => faultOf(`${name}.texts.${value}.value`) !== undefined)?.value
  const [added, setAdded] = useState<readonly string[]>([])
  const shown = [
    ...new Set([...languages.slice(0, tabLanguages).map(({ value }) => value), language, ...written, ...added]),
  ]
  const [opened, setOpened] = useState(faulty ?? (textAt(values, `${name}.original`) || null))
  // Until a tab is opened or a text begun, it is the language of the record.
  const current = opened ?? language
  const [filled, setFilled] = useState(() => new Set(written))
  const [machine, setMachine] = useState(
    () => new Set(written.filter((code) => textAt(values, `${name}.texts.${code}.machine`) === '1')),
  )
  const tabs = useRef<HTMLDivElement>(null)
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const nameOf = (code: string) => languages.find((one) => one.value === code)?.label ?? code
  const open = (code: string) => {
    setAdded([...added, code])
    setOpened(code)
  }
  const onKey = (event: React.KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = (shown.indexOf(current) + step + shown.length) % shown.length
    setOpened(shown[at] ?? current)
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
  }
  const onTyped = (code: string, text: string) => {
    setOpened(code)
    setFilled((now) => {
      if (now.has(code) === (text !== '')) return now
      const next = new Set(now)
      if (text === '') next.delete(code)
      else next.add(code)
      return next
    })
    if (machine.has(code)) setMachine(new Set([...machine].filter((one) => one !== code)))
  }
  return (
    <Fieldset id={name} label={label} hint={hint} optional={optional}>
      {hasScript && (
        <div className="flex flex-wrap items-center justify-between gap-x-5 border-b border-rule">
          <div ref={tabs} role="tablist" aria-label={label} className="flex flex-wrap gap-x-5">
            {shown.map((code) => (
              <button
                key={code}
                type="button"
                role="tab"
                id={`${name}-tab-${code}`}
                aria-selected={code === current}
                aria-controls={`${name}-panel-${code}`}
                tabIndex={code === current ? 0 : -1}
                onClick={() => setOpened(code)}
                onKeyDown={onKey}
                className="min-h-9 border-b-3 border-transparent py-1.5 text-sm text-ink-2 hover:text-ink aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink max-sm:min-h-11"
              >
                {nameOf(code)}
                {filled.has(code) && <span className="text-ink-3"> ({t('written')})</span>}
              </button>
            ))}
          </div>
          <select
            key={shown.length}
            aria-label={`${label}: ${t('more')}`}
            defaultValue=""
            onChange={(event) => open(event.target.value)}
            className="min-h-8 max-w-48 bg-paper text-sm text-ink-2 hover:text-ink max-sm:min-h-11"
          >
            <option value="">{t('choose')}</option>
            <SelectOptions items={languages.filter(({ value }) => !shown.includes(value))} />
          </select>
        </div>
      )}
      {shown.map((code) => {
        const field = `${name}.texts.${code}.value`
        const control = {
          name: field,
          label: t('in', { name: label, language: languageInSentence(nameOf(code), locale) }),
          lang: code,
          defaultValue: textAt(values, field),
          error: faultOf(field),
          onPaste: pastePlain,
        }
        return (
          <div
            key={code}
            id={`${name}-panel-${code}`}
            role={hasScript ? 'tabpanel' : undefined}
            aria-labelledby={hasScript ? `${name}-tab-${code}` : undefined}
            hidden={hasScript && code !== current}
            className="flex flex-col gap-2"
          >
            {machine.has(code) && (
              <div>
                <input type="hidden" name={`${name}.texts.${code}.machine`} value="1" />
                <Badge>{t('machine')}</Badge>
              </div>
            )}
            {lines === 'one' ? (
              <TextInput
                {...control}
                after={counted && <Counter field={field} max={max} locale={locale} template={template} />}
                onChange={(event) => onTyped(code, event.target.value)}
              />
            ) : (
              <TextArea {...control} max={max} onChange={(event) => onTyped(code, event.target.value)} />
            )}
          </div>
        )
      })}
      {hasScript && filled.size < 2 ? (
        // A text in one language is its own original.
        <input type="hidden" name={`${name}.original`} value={[...filled][0] ?? language} />
      ) : (
        <SelectField
          name={`${name}.original`}
          label={t('original')}
          items={languages}
          defaultValue={textAt(values, `${name}.original`) || language}
        />
      )}
    </Fieldset>
  )
}
