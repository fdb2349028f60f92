'use client'

import { Archive, ArchiveRestore, Check, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FormState } from '@/core/form-state'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog.client'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { ReasonForm } from './reason-form.client'

type State = FormState<never>
type Action = (previous: State, form: FormData) => Promise<State>
/** Deeds on a record as it stands. */
export type RecordMove = 'publish' | 'sendBack' | 'archive' | 'restore' | 'discard'
export type RecordAt = { id: string; version: number; name: string }

/** What may be done with a record as it stands. */
export function RecordMoves({
  at,
  actions,
  moves,
}: {
  at: RecordAt
  actions: Record<RecordMove, Action>
  moves: readonly RecordMove[]
}) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {moves.map((move) => {
        if (move === 'sendBack') return <SendBack key={move} at={at} action={actions[move]} />
        if (move === 'archive' || move === 'discard')
          return <Confirmed key={move} at={at} move={move} action={actions[move]} />
        return <AtOnce key={move} at={at} move={move} action={actions[move]} />
      })}
    </div>
  )
}

type MoveProps = { at: RecordAt; action: Action }

function Which({ at: { id, version } }: { at: RecordAt }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

function Refusal({ state }: { state: State }) {
  const errors = useTranslations('errors')
  const fault = state.refusal ?? state.problems.find(({ field }) => field !== 'reason')
  if (!fault) return null
  return (
    <Notice tone="bad" role="alert">
      {fieldText(errors, fault)}
    </Notice>
  )
}

/** What may be taken back: one press. */
function AtOnce({ at, move, action }: MoveProps & { move: 'publish' | 'restore' }) {
  const t = useTranslations('form.moves')
  const [state, send, isPending] = useFormAction(action)
  const Icon = move === 'publish' ? Check : ArchiveRestore
  return (
    <form action={send} className="flex flex-col gap-2">
      <Which at={at} />
      <Button
        type="submit"
        size="small"
        icon={<Icon aria-hidden />}
        busy={isPending}
        busyLabel={t('busy')}
        aria-label={t(`${move}Named`, { name: at.name })}
      >
        {t(move)}
      </Button>
      <Refusal state={state} />
    </form>
  )
}

function SendBack({ at, action }: MoveProps) {
  const t = useTranslations('form.moves')
  return (
    <ReasonForm
      action={action}
      about={at}
      trigger={t('sendBack')}
      label={t('reason')}
      hint={t('reasonHint')}
      send={t('sendBackNow')}
    >
      <Which at={at} />
    </ReasonForm>
  )
}

/** What is asked first. */
function Confirmed({ at, move, action }: MoveProps & { move: 'archive' | 'discard' }) {
  const t = useTranslations('form.moves')
  const ui = useTranslations('ui')
  const [state, send, isPending] = useFormAction(action)
  const Icon = move === 'archive' ? Archive : Trash2
  return (
    <Dialog
      trigger={
        <>
          <Icon aria-hidden />
          {t(move)}
        </>
      }
      title={t(`${move}Title`, { name: at.name })}
      look="destructive"
      size="small"
    >
      <p className="text-sm text-ink-2">{t(`${move}Body`)}</p>
      <form action={send} className="flex flex-wrap gap-2">
        <Which at={at} />
        <Button type="submit" look="destructive" busy={isPending} busyLabel={t('busy')}>
          {t(`${move}Now`)}
        </Button>
        <Button data-close="">{ui('cancel')}</Button>
      </form>
      <Refusal state={state} />
    </Dialog>
  )
}
