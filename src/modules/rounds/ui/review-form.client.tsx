'use client'

import { ArrowDown } from 'lucide-react'
import { unstable_isUnrecognizedActionError as isOfOldBuild } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useActionState, useRef, useState } from 'react'
import { fieldsOf } from '@/core/form-fields'
import type { StaleForm } from '@/core/form-outcome'
import { type FormState, unsent } from '@/core/form-state'
import { newerFields } from '@/core/newer-fields'
import { criteria } from '@/modules/rounds/choices.schema'
import { keepReviewHere } from '@/modules/rounds/review.actions'
import { longestRemark, reviewFaults, type ReviewFields, reviewFieldsOf } from '@/modules/rounds/review-content.schema'
import { DraftWord } from '@/modules/rounds/ui/draft-word'
import { MarkField } from '@/modules/rounds/ui/mark-field'
import { RecommendationField } from '@/modules/rounds/ui/recommendation-field'
import { useReviewParts } from '@/modules/rounds/ui/use-review-parts'
import type { Saved } from '@/modules/rounds/ui/review-keeper'
import { useReviewDraft } from '@/modules/rounds/ui/use-review-draft.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { ConflictChoice } from '@/ui/form/conflict-choice.client'
import { isConnectionLost } from '@/ui/form/connection-lost'
import { formValues } from '@/ui/form/kept-on-device'
import { pastePlain } from '@/ui/form/paste-plain'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { TextArea } from '@/ui/text-area'
import { useHasScript } from '@/ui/use-has-script.client'

type State = FormState<StaleForm>
const formId = 'review-form'
/** The form itself is sent after whatever the page has kept. */
const lastTurn = 2 ** 31 - 1

/** Sends the form; what is chosen meanwhile is newer than the answer, and stays. */
async function sendCarefully(previous: State, sent: FormData): Promise<State> {
  const values = () => {
    const form = document.getElementById(formId)
    return form instanceof HTMLFormElement ? formValues(form) : {}
  }
  const before = values()
  const answer = await answerTo(previous, sent)
  return { ...answer, values: newerFields(answer.values, { sent: before, present: values() }) }
}

/** A form whose text is on this device in any case: without a connection it says so and waits. */
async function answerTo(previous: State, form: FormData): Promise<State> {
  try {
    return await keepReviewHere(previous, form)
  } catch (error) {
    if (isOfOldBuild(error)) location.reload()
    else if (!isConnectionLost(error)) throw error
    return {
      ...{ turn: previous.turn + 1, values: fieldsOf(form), problems: [] },
      refusal: { code: 'unavailable', message: 'connectionLost', values: {} },
    }
  }
}

/** The judgement of one practice: five marks, remarks, a recommendation; kept while it is typed, looked over, then sent. */
export function ReviewForm({
  id,
  owner,
  stored,
  notes,
}: {
  id: string
  /** The account: what a device keeps of one is not shown to another. */
  owner: string
  stored: Saved
  /** By criterion: against what it is judged, and how it was judged before. */
  notes: Readonly<Record<(typeof criteria)[number], readonly string[]>>
}) {
  const t = useTranslations('reviews')
  const hasScript = useHasScript()
  const form = useRef<HTMLFormElement>(null)
  const [state, send, isPending] = useActionState<State, FormData>(hasScript ? sendCarefully : keepReviewHere, unsent)
  // What fills the fields: what was stored, what came back, what this device had kept, or what was chosen of two.
  const [filled, setFilled] = useState<{ at: number; after: number; fields: ReviewFields } | null>(null)
  const [typed, setTyped] = useState<ReviewFields>(stored.fields)
  const [stale, setStale] = useState<{ mine: ReviewFields; theirs: Saved } | null>(null)
  const fill = (fields: ReviewFields) => {
    setFilled((now) => ({ at: (now?.at ?? 0) + 1, after: state.turn, fields }))
    setTyped(fields)
  }
  const draft = useReviewDraft(form, {
    ...{ id, owner, stored },
    isPaused: isPending || stale !== null,
    onNews: (news) => {
      if (news.kind === 'typed') setTyped(news.fields)
      if (news.kind === 'restored') fill(news.fields)
      if (news.kind === 'stale') setStale(news)
    },
  })
  const parts = useReviewParts()
  const isFilledLast = filled !== null && filled.after === state.turn
  const shown = isFilledLast ? filled.fields : state.turn > 0 ? reviewFieldsOf(state.values) : stored.fields
  const key = `${state.turn} ${filled?.at ?? 0}`
  const labels = new Map(parts.flatMap(({ names, label }) => names.map((name) => [name, label] as const)))
  const lines = useFaultLines(state, ({ field }) => labels.get(field) ?? null)
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const gaps = reviewFaults(typed)
  const two = stale ?? staleOf(state)
  const choose = (fields: ReviewFields) => {
    setStale(null)
    fill(fields)
  }
  return (
    <>
      {two !== null && (
        <ConflictChoice
          key={two.theirs.version}
          fields={parts}
          form={formId}
          version={two.theirs.version}
          mine={two.mine}
          theirs={two.theirs.fields}
          words={{ title: t('stale.title'), mine: t('stale.mine'), theirs: t('stale.theirs') }}
          onChosen={(values) => choose(reviewFieldsOf(values))}
        />
      )}
      <form ref={form} id={formId} action={send} noValidate className="flex flex-col">
        <ErrorSummary lines={lines} turn={state.turn} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={draft.version} />
        {hasScript && <input type="hidden" name="writer" value={draft.writer} />}
        {hasScript && <input type="hidden" name="turn" value={lastTurn} />}
        <div key={key}>
          {criteria.map((criterion) => (
            <MarkField
              key={criterion}
              criterion={criterion}
              mark={shown[`${criterion}Mark`]}
              remark={shown[`${criterion}Remark`]}
              typedRemark={typed[`${criterion}Remark`]}
              notes={notes[criterion]}
              markFault={faultOf(`${criterion}Mark`)}
              remarkFault={faultOf(`${criterion}Remark`)}
            />
          ))}
          <div className="border-b border-rule py-5">
            <TextArea
              name="generalRemark"
              label={t('general.label')}
              hint={t('general.hint')}
              rows={3}
              max={longestRemark}
              onPaste={pastePlain}
              defaultValue={shown.generalRemark}
              error={faultOf('generalRemark')}
              optional
            />
          </div>
          <div className="py-5">
            <RecommendationField chosen={shown.recommendation} fault={faultOf('recommendation')} />
          </div>
        </div>
        <div className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-t border-rule bg-paper px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] phone:-mx-6 phone:px-6 frame:mx-0 frame:px-0">
          <div className="min-w-0 flex-1 basis-36 text-xs text-ink-2 noscript:hidden">
            <DraftWord state={draft.state} savedAt={draft.savedAt} />
            <p className="font-label text-ink">{t('bar.left', { count: gaps.length })}</p>
          </div>
          <Deeds
            gap={hasScript ? (gaps[0]?.field ?? null) : null}
            hasScript={hasScript}
            isPending={isPending}
            isHeld={two !== null}
          />
        </div>
      </form>
    </>
  )
}

const staleOf = (state: State) =>
  state.result === undefined
    ? null
    : {
        mine: reviewFieldsOf(state.values),
        theirs: {
          version: state.result.stale.version,
          writer: null,
          savedAt: null,
          fields: reviewFieldsOf(state.result.stale.values),
        },
      }

/** One primary button: to the next gap while there is one, then on to what is sent. */
function Deeds({
  gap,
  hasScript,
  isPending,
  isHeld,
}: {
  gap: string | null
  hasScript: boolean
  isPending: boolean
  isHeld: boolean
}) {
  const t = useTranslations('reviews.bar')
  const look = { size: 'bar', look: 'primary' } as const
  if (gap !== null)
    return (
      <Button {...look} onClick={() => goTo(gap)}>
        {t('nextGap')}
        <ArrowDown aria-hidden />
      </Button>
    )
  return (
    <div className="flex flex-wrap gap-2">
      {!hasScript && (
        <Button type="submit" name="intent" value="keep" size="bar">
          {t('keep')}
        </Button>
      )}
      <Button
        {...look}
        type="submit"
        name="intent"
        value="look"
        busy={isPending}
        busyLabel={t('busy')}
        disabled={isHeld}
      >
        {t('lookOver')}
      </Button>
    </div>
  )
}

/** To the field: its first control, in the middle of the window. */
function goTo(field: string) {
  const target = document.getElementById(field)
  const control = target instanceof HTMLFieldSetElement ? target.querySelector('input') : target
  target?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  control?.focus({ preventScroll: true })
}
