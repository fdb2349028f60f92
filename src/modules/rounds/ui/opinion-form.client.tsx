'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendOpinion } from '@/modules/rounds/result.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
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
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const id = `opinion-${initial.text === '' ? 'new' : initial.language}`
  const [state, action, isPending] = useFormAction(sendOpinion, id)
  const [only, ...others] = languages
  const valueOf = (name: 'language' | 'text') => (state.turn === 0 ? initial[name] : textAt(state.values, name))
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const isSettled = only !== undefined && others.length === 0
  return (
    <form key={state.turn} id={id} action={action} noValidate className="flex max-w-[45rem] flex-col gap-3.5">
      <input type="hidden" name="roundId" value={at.roundId} />
      <input type="hidden" name="practiceId" value={at.practiceId} />
      <input type="hidden" name="version" value={at.version} />
      {isSettled ? (
        <input type="hidden" name="language" value={only.value} />
      ) : (
        <SelectField
          name="language"
          id={`${id}-language`}
          label={t('language')}
          items={languages}
          defaultValue={valueOf('language')}
          error={errorOf('language')}
          turn={state.turn}
        />
      )}
      <TextArea
        name="text"
        id={`${id}-text`}
        label={isSettled ? `${t('text')}, ${only.label}` : t('text')}
        hint={t('hint')}
        rows={4}
        max={most}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
      />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <div>
        <Button type="submit" look="secondary" busy={isPending} busyLabel={ui('sending')}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
