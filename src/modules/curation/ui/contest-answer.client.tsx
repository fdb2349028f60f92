'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendContestAnswer } from '@/modules/curation/contest.actions'
import { contestAnswers } from '@/modules/curation/choices.schema'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { Fieldset } from '@/ui/fieldset'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { RadioRow } from '@/ui/radio-row'
import { TextArea } from '@/ui/text-area'

/** The curator's answer to a contest, and what follows from it. */
export function ContestAnswer({ id }: { id: string }) {
  const t = useTranslations('contest')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(sendContestAnswer)
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  return (
    <form action={send} className="flex max-w-[45rem] flex-col gap-5" noValidate>
      <input type="hidden" name="id" value={id} />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <Fieldset id="answer" label={t('answer.question')} error={errorOf('answer')}>
        {contestAnswers.map((one) => (
          <RadioRow
            key={`${one} ${String(state.turn)}`}
            name="answer"
            value={one}
            defaultChecked={textAt(state.values, 'answer') === one}
          >
            {t(`answer.${one}`)}
            <span className="block text-sm text-ink-2">{t(`answer.${one}Hint`)}</span>
          </RadioRow>
        ))}
      </Fieldset>
      <TextArea
        key={state.turn}
        name="words"
        label={t('answer.words')}
        hint={t('answer.wordsHint')}
        rows={4}
        max={2000}
        defaultValue={textAt(state.values, 'words')}
        error={errorOf('words')}
      />
      <div>
        <Button type="submit" look="primary" busy={isPending} busyLabel={t('busy')}>
          {t('answer.send')}
        </Button>
      </div>
    </form>
  )
}
