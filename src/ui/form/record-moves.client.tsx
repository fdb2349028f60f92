'use client'

import { Archive, Check, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormState, unsent } from '@/core/form-state'
import { textAt } from '@/core/form-values'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog.client'
import { fieldText } from '@/ui/field-text'
import { Notice } from '@/ui/notice'
import { TextArea } from '@/ui/text-area'

type State = FormState<never>
type Action = (previous: State, form: FormData) => Promise<State>
export type RecordAt = { id: string; version: number; name: string }

/** What may be done with a record as it stands; an action that is absent is not offered. */
export function RecordMoves({
  at,
  publish,
  sendBack,
  archive,
}: {
  at: RecordAt
  publish?: Action | undefined
  sendBack?: Action | undefined
  archive?: Action | undefined
}) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {publish && <Publish at={at} action={publish} />}
      {sendBack && <SendBack at={at} action={sendBack} />}
      {archive && <ArchiveIt at={at} action={archive} />}
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

function Publish({ at, action }: MoveProps) {
  const t = useTranslations('form.moves')
  const [state, send, isPending] = useActionState(action, unsent)
  return (
    <form action={send} className="flex flex-col gap-2">
      <Which at={at} />
      <Button
        type="submit"
        size="small"
        icon={<Check aria-hidden />}
        busy={isPending}
        busyLabel={t('busy')}
        aria-label={t('publishNamed', { name: at.name })}
      >
        {t('publish')}
      </Button>
      <Refusal state={state} />
    </form>
  )
}

function SendBack({ at, action }: MoveProps) {
  const t = useTranslations('form.moves')
  const [state, send, isPending] = useActionState(action, unsent)
  const field = `reason-${at.id}`
  return (
    <details className="max-w-[30rem]" open={state.turn > 0 || undefined}>
      <summary className="inline-flex min-h-8 items-center gap-2 rounded-md border border-rule-strong bg-sheet px-[11px] py-[3px] text-sm font-label hover:border-ink hover:bg-sunk">
        <Undo2 className="size-[1.15em]" aria-hidden />
        {t('sendBack')}
        <span className="sr-only">: {at.name}</span>
      </summary>
      <form action={send} className="mt-2.5 flex flex-col gap-3" noValidate>
        <Which at={at} />
        <TextArea
          key={state.turn}
          name="reason"
          id={field}
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          max={1000}
          defaultValue={textAt(state.values, 'reason')}
          error={state.problems.find((problem) => problem.field === 'reason')}
        />
        <Refusal state={state} />
        <div>
          <Button type="submit" size="small" busy={isPending} busyLabel={t('busy')}>
            {t('sendBackNow')}
          </Button>
        </div>
      </form>
    </details>
  )
}

function ArchiveIt({ at, action }: MoveProps) {
  const t = useTranslations('form.moves')
  const ui = useTranslations('ui')
  const [state, send, isPending] = useActionState(action, unsent)
  return (
    <Dialog
      trigger={
        <>
          <Archive aria-hidden />
          {t('archive')}
        </>
      }
      title={t('archiveTitle', { name: at.name })}
      look="destructive"
      size="small"
    >
      <p className="text-sm text-ink-2">{t('archiveBody')}</p>
      <form action={send} className="flex flex-wrap gap-2">
        <Which at={at} />
        <Button type="submit" look="destructive" busy={isPending} busyLabel={t('busy')}>
          {t('archiveNow')}
        </Button>
        <Button data-close="">{ui('cancel')}</Button>
      </form>
      <Refusal state={state} />
    </Dialog>
  )
}
