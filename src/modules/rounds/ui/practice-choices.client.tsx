'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/ui/checkbox'
import type { FieldFault } from '@/ui/control'
import { Fieldset } from '@/ui/fieldset'
import { useHasScript } from '@/ui/use-has-script.client'
import { TextInput } from '@/ui/text-input'

export type PracticeChoice = { value: string; label: string; territory: string | null; isHandedIn: boolean }

/** From how many on a list is worth looking through by words. */
const many = 12

/** The practices that may be put before a group: what was handed in, then what is published. */
export function PracticeChoices({
  choices,
  chosen,
  left,
  error,
}: {
  choices: readonly PracticeChoice[]
  chosen: readonly string[]
  /** How many more there are than these. */
  left: number
  error: FieldFault | undefined
}) {
  const t = useTranslations('roundForm')
  const [words, setWords] = useState('')
  const hasScript = useHasScript()
  const sought = words.trim().toLocaleLowerCase()
  const isFound = ({ label, territory }: PracticeChoice) =>
    sought === '' || `${label} ${territory ?? ''}`.toLocaleLowerCase().includes(sought)
  const parts = [
    { name: t('handedIn'), rows: choices.filter(({ isHandedIn }) => isHandedIn) },
    { name: t('published'), rows: choices.filter(({ isHandedIn }) => !isHandedIn) },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <Fieldset id="practices" label={t('practices')} hint={t('practicesHint')} error={error}>
      {hasScript && choices.length > many && (
        <div className="max-w-[30rem]">
          <TextInput
            name=""
            id="practice-words"
            type="search"
            label={t('find')}
            defaultValue=""
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      {choices.length === 0 && <p className="text-sm text-ink-2">{t('noPractices')}</p>}
      {parts.map(({ name, rows }) => (
        <div key={name} role="group" aria-label={name}>
          <p className="mt-2 text-xs font-label text-ink-2">{name}</p>
          <div
            className={`grid max-w-[45rem] gap-x-6 sm:grid-cols-2 ${choices.length > many ? 'max-h-[26rem] overflow-y-auto' : ''}`}
          >
            {rows.map((choice) => (
              // What is not found stays in the form, and with it what was ticked.
              <div key={choice.value} className={isFound(choice) ? undefined : 'hidden'}>
                <Checkbox
                  name="practices[]"
                  value={choice.value}
                  defaultChecked={chosen.includes(choice.value)}
                  {...(choice.territory !== null && { hint: choice.territory })}
                >
                  {choice.label}
                </Checkbox>
              </div>
            ))}
          </div>
        </div>
      ))}
      {left > 0 && <p className="text-sm text-ink-2">{t('left', { count: left })}</p>}
    </Fieldset>
  )
}
