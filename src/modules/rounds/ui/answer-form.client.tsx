'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type FormFields, fieldsOf } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { remarkStates } from '@/modules/rounds/choices.schema'
import { sendAnswer } from '@/modules/rounds/result.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { RadioSegment } from '@/ui/radio-segment'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { Toast } from '@/ui/toast'

const names = ['state', 'text', 'language'] as const

/** What is done with one remark, and why. An answer that is there opens to be changed. */
export function AnswerForm({
  remark,
  initial,
  version,
  languages,
  most,
}: {
  remark: { reviewId: string; subject: string; name: string }
  initial: Readonly<Record<(typeof names)[number], string>>
  /** Absent = not answered yet. */
  version?: number
  languages: readonly SelectChoice[]
  most: number
}) {
  const t = useTranslations('rounds.result')
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const id = `answer-${remark.subject}-${remark.reviewId}`
  const [state, action, isPending] = useFormAction(sendAnswer, id)
  // What was chosen or typed last, also while an earlier answer is on its way: no answer of the server is newer.
  const [newest, setNewest] = useState<FormFields | null>(null)
  const valueOf = (name: (typeof names)[number]) =>
    newest === null && state.turn === 0 ? initial[name] : textAt(newest ?? state.values, name)
  const isRefused = state.refusal !== null || state.problems.length > 0
  const isChanged = names.some((name) => valueOf(name) !== initial[name])
  const isSaved = state.result !== undefined
  const change = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that was pressed is folded away: who works by keyboard goes on where it was.
    if (isSaved && document.activeElement === document.body) change.current?.focus()
  }, [isSaved, version])
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const form = (
    <form
      key={`${state.turn} ${version ?? 0}`}
      id={id}
      action={action}
      onChange={(event) => setNewest(fieldsOf(new FormData(event.currentTarget)))}
      noValidate
      aria-label={t('answer.about', { subject: remark.name })}
      className="mt-3 flex flex-col gap-3.5"
    >
      <input type="hidden" name="reviewId" value={remark.reviewId} />
      <input type="hidden" name="subject" value={remark.subject} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <RadioSegment
        name="state"
        id={`${id}-state`}
        label={t('answer.state')}
        choices={remarkStates.map((value) => ({ value, label: t(`answerState.${value}`) }))}
        defaultValue={valueOf('state')}
        error={errorOf('state')}
        turn={state.turn}
      />
      <TextArea
        name="text"
        id={`${id}-text`}
        label={t('answer.text')}
        hint={t('answer.hint')}
        rows={3}
        max={most}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
      />
      <SelectField
        name="language"
        id={`${id}-language`}
        label={t('answer.language')}
        items={languages}
        defaultValue={valueOf('language')}
        error={errorOf('language')}
        turn={state.turn}
      />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <div>
        <Button type="submit" size="small" busy={isPending} busyLabel={ui('sending')}>
          {t(version === undefined ? 'answer.send' : 'answer.change')}
        </Button>
      </div>
    </form>
  )
  return (
    <>
      {version === undefined ? (
        form
      ) : (
        <details className="mt-2" open={isRefused || isChanged || undefined}>
          <summary
            ref={change}
            className="inline-flex min-h-6 items-center text-sm text-link underline underline-offset-[.18em]"
          >
            {t('answer.change')}
          </summary>
          {form}
        </details>
      )}
      {isSaved && <Toast key={state.turn}>{t('done.answered')}</Toast>}
    </>
  )
}
