'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendOpinion } from '@/modules/rounds/result.actions'
import { DeedForm } from '@/ui/form/deed-form.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'

/** The group's opinion in one language. One that is written already keeps its language. */
export function OpinionForm({
  at,
  initial,
  languages,
  most,
}: {
  at: { roundId: string; practiceId: string; version: number }
  initial: { language: string; text: string }
  /** One = the language is settled. */
  languages: readonly SelectChoice[]
  most: number
}) {
  const t = useTranslations('rounds.result.opinion')
  const id = `opinion-${initial.text === '' ? 'new' : initial.language}`
  const [only, ...others] = languages
  const settled = only !== undefined && others.length === 0 ? only : null
  return (
    <div className="max-w-[45rem]">
      <DeedForm
        action={sendOpinion}
        id={id}
        values={{ ...at, ...(settled !== null && { language: settled.value }) }}
        submit={t('send')}
      >
        {({ turn, values, problems }) => {
          const field = (name: 'language' | 'text') => ({
            ...{ name, id: `${id}-${name}` },
            defaultValue: turn === 0 ? initial[name] : textAt(values, name),
            error: problems.find((problem) => problem.field === name),
          })
          return (
            <>
              {settled === null && (
                <SelectField {...field('language')} label={t('language')} items={languages} turn={turn} />
              )}
              <TextArea
                {...field('text')}
                label={settled === null ? t('text') : `${t('text')}, ${settled.label}`}
                hint={t('hint')}
                rows={4}
                max={most}
              />
            </>
          )
        }}
      </DeedForm>
    </div>
  )
}
