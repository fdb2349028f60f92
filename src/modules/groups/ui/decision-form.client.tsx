'use client'

import { useTranslations } from 'next-intl'
import { textAt, textsAt } from '@/core/form-values'
import { sendDecision } from '@/modules/groups/meeting.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { CheckList } from '@/ui/form/check-list'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

const names = ['language', 'decidedOn', 'text', 'present'] as const

/** A decision, or with `replacesId` the correction of one. */
export function DecisionForm({
  id,
  replacesId,
  initial,
  members,
  languages,
  most,
}: {
  /** The meeting. */
  id: string
  replacesId?: string
  initial: { language: string; decidedOn: string; text: string; present: readonly string[] }
  members: readonly SelectChoice[]
  languages: readonly SelectChoice[]
  most: number
}) {
  const t = useTranslations('groups.record')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendDecision, 'decision-form')
  const valueOf = (name: 'language' | 'decidedOn' | 'text') =>
    state.turn === 0 ? initial[name] : textAt(state.values, name)
  const errorOf = (name: string) => state.problems.find(({ field }) => field.split('.')[0] === name)
  const words = { language: t('language'), decidedOn: t('decidedOn'), text: t('text'), present: t('present') }
  const lines = useFaultLines(state, ({ field }) => {
    const name = names.find((one) => one === field.split('.')[0])
    return name === undefined ? null : words[name]
  })
  return (
    <form
      key={state.turn}
      id="decision-form"
      action={action}
      noValidate
      className="flex max-w-[45rem] flex-col gap-4.5"
    >
      <ErrorSummary title={ui('errorSummary', { count: lines.length })} lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      {replacesId !== undefined && <input type="hidden" name="replacesId" value={replacesId} />}
      <TextInput
        name="decidedOn"
        label={words.decidedOn}
        type="date"
        defaultValue={valueOf('decidedOn')}
        error={errorOf('decidedOn')}
      />
      <SelectField
        name="language"
        id="decision-language"
        label={words.language}
        items={languages}
        defaultValue={valueOf('language')}
        error={errorOf('language')}
        turn={state.turn}
      />
      <TextArea
        name="text"
        label={words.text}
        hint={t('textHint')}
        rows={5}
        max={most}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
      />
      <CheckList
        name="present"
        label={words.present}
        choices={members}
        chosen={state.turn === 0 ? initial.present : textsAt(state.values, 'present')}
        error={errorOf('present')}
      />
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {replacesId === undefined ? t('decide') : t('correct')}
        </Button>
      </div>
    </form>
  )
}
