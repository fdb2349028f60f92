'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { dateText } from '@/core/date-text'
import type { FormFields } from '@/core/form-fields'
import { textAt, textsAt } from '@/core/form-values'
import { keptMoment } from '@/core/kept-moment'
import { Link } from '@/i18n/navigation'
import type { Preview } from '@/modules/rounds/assignment.schema'
import type { Candidates } from '@/modules/rounds/candidate.schema'
import { keptRound } from '@/modules/rounds/kept-round.schema'
import { sendNewRound } from '@/modules/rounds/round.actions'
import { AssignmentGrid } from '@/modules/rounds/ui/assignment-grid.client'
import { PracticeChoices } from '@/modules/rounds/ui/practice-choices.client'
import { useCandidates } from '@/modules/rounds/ui/use-candidates.client'
import { useRoundKept } from '@/modules/rounds/ui/use-round-kept.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Fieldset } from '@/ui/fieldset'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

type Props = {
  groupId: string
  /** Of the round that will be opened. */
  id: string
  initial: FormFields
  languages: readonly SelectChoice[]
  instruments: readonly SelectChoice[]
  /** Where instruments are added. */
  territory: string
  /** The account: what a device keeps of one is not shown to another. */
  owner: string
  practices: Candidates
  /** Criteria with their names, in order. */
  criteria: readonly SelectChoice[]
  /** In words. */
  timeZone: string
  maxIntroduction: number
  back: string
}

const thresholds = ['excellent', 'good', 'sufficient'] as const
const lines = ['language', 'title', 'introduction', 'instrumentId', 'closesOn', 'perPractice', 'quorum'] as const

/** Opens a round in two steps: what and how, then who judges what. One form: what was typed stays in both. */
export function RoundForm({ groupId, id, owner, initial, practices, criteria, timeZone, back, ...lists }: Props) {
  const t = useTranslations('roundForm')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const [state, action, isPending] = useFormAction<Preview>(sendNewRound, 'round-form')
  // A refused opening comes back without the preview: it is still the one that was shown.
  const [kept, setKept] = useState<Preview | null>(null)
  if (state.result !== undefined && state.result !== kept) setKept(state.result)
  const preview = state.result ?? kept
  const { restored, keptAt, keep, forget } = useRoundKept(owner, keptRound(groupId))
  const values = state.turn === 0 ? (restored.values ?? initial) : state.values
  const chosen = textsAt(values, 'practices')
  const candidates = useCandidates(groupId, practices, { chosen, locale })
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name || field.startsWith(`${name}.`))
  const labelOf = (field: string): string | null => {
    const [first = '', second = ''] = field.split('.')
    if (first === 'weights') return criteria.find(({ value }) => value === second)?.label ?? null
    const threshold = thresholds.find((one) => first === 'thresholds' && one === second)
    if (threshold !== undefined) return t(threshold)
    if (first === 'practices' || first === 'cells') return t(first)
    const line = lines.find((one) => one === first)
    return line === undefined ? null : t(line)
  }
  const summary = useFaultLines(state, ({ field }) => labelOf(field))
  const field = (name: (typeof lines)[number]) => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: errorOf(name),
  })
  const number = (name: string, label: string) => ({
    ...{ name, label, inputMode: 'decimal' as const, autoComplete: 'off' },
    defaultValue: textAt(values, name),
    error: errorOf(name),
  })
  const perPractice = Number(textAt(values, 'perPractice')) || 1
  const quorum = Number(textAt(values, 'quorum')) || 1
  const ticked = state.problems.length > 0 || state.refusal !== null ? textsAt(state.values, 'cells') : []
  return (
    <form
      key={`${state.turn} ${restored.turn}`}
      id="round-form"
      action={action}
      onChange={(event) => keep(event.currentTarget)}
      noValidate
      className="flex flex-col gap-8"
    >
      <ErrorSummary lines={summary} turn={state.turn} />
      <input type="hidden" name="groupId" value={groupId} />
      {/* What was kept is of the same round: sent twice, it opens once. */}
      <input type="hidden" name="id" value={textAt(values, 'id') || id} />
      {restored.values !== null && state.turn === 0 && (
        <Notice tone="mark" role="status">
          <p>{t('restored')}</p>
          <p className="mt-2">
            <Button size="small" onClick={forget}>
              {t('anew')}
            </Button>
          </p>
        </Notice>
      )}
      <div className="flex max-w-[45rem] flex-col gap-4.5">
        <TextInput {...field('title')} hint={t('titleHint')} autoComplete="off" />
        <SelectField {...field('language')} items={lists.languages} turn={state.turn} />
        <TextArea
          {...field('introduction')}
          hint={t('introductionHint')}
          optional
          rows={4}
          max={lists.maxIntroduction}
        />
        {lists.instruments.length === 0 ? (
          <p className="text-sm text-ink-2">
            {t('withoutInstruments')}{' '}
            <Link href={`/admin/territories/${lists.territory}`} prefetch={false} target="_blank">
              {t('addInstrument')}
            </Link>
          </p>
        ) : (
          <SelectField
            {...field('instrumentId')}
            hint={t('instrumentHint')}
            optional
            empty={t('noInstrument')}
            items={lists.instruments}
            turn={state.turn}
          />
        )}
      </div>
      <PracticeChoices candidates={candidates} chosen={chosen} error={errorOf('practices')} />
      <Fieldset id="weights" label={t('weights')} hint={t('weightsHint')}>
        <div className="grid max-w-[45rem] items-end gap-4.5 sm:grid-cols-2">
          {criteria.map(({ value, label }) => (
            <TextInput key={value} {...number(`weights.${value}`, label)} />
          ))}
        </div>
      </Fieldset>
      <Fieldset id="thresholds" label={t('thresholds')} hint={t('thresholdsHint')}>
        <div className="grid max-w-[45rem] items-end gap-4.5 sm:grid-cols-3">
          {thresholds.map((name) => (
            <TextInput key={name} {...number(`thresholds.${name}`, t(name))} />
          ))}
        </div>
      </Fieldset>
      <div className="grid max-w-[45rem] items-end gap-4.5 sm:grid-cols-2">
        <TextInput {...field('perPractice')} hint={t('perPracticeHint')} inputMode="numeric" autoComplete="off" />
        <TextInput {...field('quorum')} hint={t('quorumHint')} inputMode="numeric" autoComplete="off" />
        <TextInput {...field('closesOn')} hint={t('closesOnHint', { timeZone })} type="date" />
      </div>
      {preview !== null && (
        <Fieldset id="cells" label={t('cells')} hint={t('cellsHint')} error={errorOf('cells')}>
          {perPractice < quorum && <Notice tone="warn">{t('belowQuorum', { perPractice, quorum })}</Notice>}
          <AssignmentGrid
            id="cells-grid"
            rows={preview.rows.map(({ practiceId, cells }) => ({
              practiceId,
              title: candidates.known.find(({ value }) => value === practiceId)?.label ?? t('practice'),
              wanted: perPractice,
              cells: cells.map((cell) => ({ ...cell, state: null })),
            }))}
            reviewers={preview.reviewers.map(({ userId, name, endsBefore }) => ({
              userId,
              name,
              note: endsBefore === null ? null : t('termEnds', { day: dateText(locale, new Date(endsBefore), 'day') }),
            }))}
            chosen={ticked.length > 0 ? ticked : preview.assigned}
          />
        </Fieldset>
      )}
      <div className="flex flex-wrap gap-2">
        {preview === null ? (
          <Button look="primary" type="submit" name="step" value="preview" busy={isPending} busyLabel={ui('sending')}>
            {t('preview')}
          </Button>
        ) : (
          <>
            <Button type="submit" name="step" value="preview" busy={isPending} busyLabel={ui('sending')}>
              {t('again')}
            </Button>
            <Button look="primary" type="submit" name="step" value="open" busy={isPending} busyLabel={ui('sending')}>
              {t('open')}
            </Button>
          </>
        )}
        <LinkButton href={back} look="quiet">
          {ui('cancel')}
        </LinkButton>
        <p role="status" className="self-center text-xs text-ink-2">
          {keptAt !== null && t('keptHere', keptMoment(locale, keptAt))}
        </p>
      </div>
    </form>
  )
}
