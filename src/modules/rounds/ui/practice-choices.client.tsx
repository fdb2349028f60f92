'use client'

import { useTranslations } from 'next-intl'
import type { PracticeChoice } from '@/modules/rounds/choices.schema'
import type { useCandidates } from '@/modules/rounds/ui/use-candidates.client'
import { Checkbox } from '@/ui/checkbox'
import type { FieldFault } from '@/ui/control'
import { Fieldset } from '@/ui/fieldset'
import { useHasScript } from '@/ui/use-has-script.client'
import { TextInput } from '@/ui/text-input'

/** From how many on a list is worth looking through by words. */
const many = 6

/** The practices that may be put before a group: what was handed in, then what is published, a screenful or by words. */
export function PracticeChoices({
  candidates: { known, words, found, find, isLost, left },
  chosen,
  error,
}: {
  candidates: ReturnType<typeof useCandidates>
  chosen: readonly string[]
  error: FieldFault | undefined
}) {
  const t = useTranslations('roundForm')
  const errors = useTranslations('errors')
  const hasScript = useHasScript()
  const isFound = ({ value }: PracticeChoice) => found === null || found.ids.includes(value)
  const parts = [
    { name: t('handedIn'), rows: known.filter(({ isHandedIn }) => isHandedIn) },
    { name: t('published'), rows: known.filter(({ isHandedIn }) => !isHandedIn) },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <Fieldset id="practices" label={t('practices')} hint={t('practicesHint')} error={error}>
      {hasScript && (known.length > many || left > 0) && (
        <div className="max-w-[30rem]">
          <TextInput
            name=""
            id="practice-words"
            type="search"
            label={t('find')}
            defaultValue={words}
            autoComplete="off"
            onChange={(event) => find(event.target.value)}
          />
        </div>
      )}
      <p role="status" className="text-sm text-ink-2 empty:hidden">
        {isLost ? errors('connectionLost') : found !== null && t('found', { count: found.ids.length + found.left })}
      </p>
      {known.length === 0 && <p className="text-sm text-ink-2">{t('noPractices')}</p>}
      {chosen
        .filter((id) => !known.some(({ value }) => value === id))
        .map((id) => (
          // Chosen before, and not named yet.
          <input key={id} type="hidden" name="practices[]" value={id} />
        ))}
      {parts.map(({ name, rows }) => (
        <div key={name} role="group" aria-label={name}>
          <p className="mt-2 text-xs font-label text-ink-2">{name}</p>
          <div
            className={`grid max-w-[45rem] gap-x-6 sm:grid-cols-2 ${known.length > many ? 'max-h-[26rem] overflow-y-auto' : ''}`}
          >
            {rows.map((choice) => (
              // What is not found stays in the form; what was ticked stays before the reader, too.
              <div key={choice.value} className={isFound(choice) ? undefined : 'hidden has-checked:block'}>
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
