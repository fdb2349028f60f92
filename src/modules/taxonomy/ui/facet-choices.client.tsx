'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { plainLetters } from '@/core/letters'
import type { FacetAnswer, AnyFacet } from '@/modules/taxonomy/facet.schema'
import type { Chosen } from '@/modules/taxonomy/ui/active-filters'
import { singleFacets } from '@/modules/taxonomy/ui/single-facets'
import { Checkbox } from '@/ui/checkbox'
import { RadioRow } from '@/ui/radio-row'

/** From this many on, a list can be searched. */
const many = 12

/** The answers to a filter with their numbers; what is chosen stays, also when nothing has it. */
export function FacetChoices({
  facet,
  label,
  answer,
  chosen,
}: {
  facet: AnyFacet
  label: string
  answer: FacetAnswer
  chosen: readonly Chosen[]
}) {
  const t = useTranslations('filters')
  const format = useFormatter()
  const [typed, setTyped] = useState('')
  const Choice = singleFacets.has(facet) ? RadioRow : Checkbox
  const listed = new Set(answer.choices.map(({ value }) => value))
  const choices = [
    ...answer.choices,
    ...chosen.filter(({ value }) => !listed.has(value)).map((one) => ({ ...one, count: null })),
  ]
  const words = plainLetters(typed).split(' ').filter(Boolean)
  const isShown = (text: string) => words.every((word) => plainLetters(text).includes(word))
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{label}</legend>
      {choices.length > many && (
        <input
          type="search"
          value={typed}
          aria-label={t('find')}
          placeholder={t('find')}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          className="mb-1.5 min-h-9 w-full rounded-md border border-rule-strong bg-sheet px-3 py-1 text-sm placeholder:text-ink-3"
        />
      )}
      {choices.map((choice) => (
        <div key={choice.value} hidden={!isShown(choice.label)}>
          <Choice name={facet} value={choice.value} defaultChecked={chosen.some(({ value }) => value === choice.value)}>
            {choice.label}
            {choice.count !== null && <span className="text-ink-3 tabular-nums"> {format.number(choice.count)}</span>}
          </Choice>
        </div>
      ))}
      {choices.length === 0 && <p className="py-1 text-sm text-ink-2">{t('nothing')}</p>}
      {answer.more > 0 && <p className="py-1 text-sm text-ink-2">{t('rarer', { count: answer.more })}</p>}
    </fieldset>
  )
}
