'use client'

import { useTranslations } from 'next-intl'
import { verdicts } from '@/modules/groups/choices.schema'
import { textAt, textsAt } from '@/core/form-values'
import { sendDecision } from '@/modules/groups/meeting.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { CheckList } from '@/ui/form/check-list'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice, SelectItem } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

const names = ['language', 'decidedOn', 'text', 'present', 'judged', 'verdict'] as const

/** A decision, or with `replacesId` the correction of one. */
export function DecisionForm({
  id,
  replacesId,
  initial,
  members,
  languages,
  judged,
  most,
}: {
  /** The meeting. */
  id: string
  replacesId?: string
  initial: {
    language: string
    decidedOn: string
    text: string
    present: readonly string[]
    judged: string
    verdict: string
  }
  members: readonly SelectChoice[]
  languages: readonly SelectChoice[]
  /** Practices of the group's rounds that are over; none = the group judged nothing yet. */
  judged: readonly SelectItem[]
  most: number
}) {
  const t = useTranslations('groups.record')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendDecision, 'decision-form')
  const valueOf = (name: 'language' | 'decidedOn' | 'text' | 'judged' | 'verdict') =>
    state.turn === 0 ? initial[name] : textAt(state.values, name)
  const errorOf = (name: string) => state.problems.find(({ field }) => field.split('.')[0] === name)
  const words = {
    ...{ language: t('language'), decidedOn: t('decidedOn'), text: t('text'), present: t('present') },
    ...{ judged: t('judged'), verdict: t('verdict') },
  }
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
      <ErrorSummary lines={lines} turn={state.turn} />
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
        hint={t('presentHint')}
        optional={false}
        chosen={state.turn === 0 ? initial.present : textsAt(state.values, 'present')}
        error={errorOf('present')}
      />
      {judged.length > 0 && (
        <>
          <SelectField
            name="judged"
            label={words.judged}
            hint={t('judgedHint')}
            optional
            items={judged}
            empty={t('judgedNone')}
            defaultValue={valueOf('judged')}
            error={errorOf('judged')}
            turn={state.turn}
          />
          <SelectField
            name="verdict"
            label={words.verdict}
            optional
            items={verdicts.map((value) => ({ value, label: t(`verdictOf.${value}`) }))}
            empty={t('verdictNone')}
            defaultValue={valueOf('verdict')}
            error={errorOf('verdict')}
            turn={state.turn}
          />
        </>
      )}
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {replacesId === undefined ? t('decide') : t('correct')}
        </Button>
      </div>
    </form>
  )
}
