'use client'

import { Check, Circle, CircleAlert, CloudCheck, CloudOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { keptMoment } from '@/core/kept-moment'
import { Button } from '@/ui/button'
import type { DraftState } from './use-draft.client'

export type Intent = 'save' | 'submit' | 'publish' | 'propose'
export type Progress = { label: string; state: 'done' | 'wrong' | 'open'; optional?: boolean }

/** What is left to do: saved when, the ways on (the first is the primary one), complete so far. */
export function SendCard({
  form,
  draft,
  intents,
  note,
  isBusy,
  progress,
  children,
}: {
  /** The `id` of the form the buttons send. */
  form: string
  draft: DraftState
  intents: readonly Intent[]
  note: string
  isBusy: boolean
  progress: readonly Progress[]
  children?: ReactNode
}) {
  const t = useTranslations('form.send')
  const buttons = intents.map((intent, index) => (
    <Button
      key={intent}
      form={form}
      type="submit"
      name="intent"
      value={intent}
      look={index === 0 ? 'primary' : 'secondary'}
      busy={isBusy}
      {...(index === 0 && { busyLabel: t('busy') })}
    >
      {t(intents.length === 1 && intent === 'save' ? 'saveChanges' : intent)}
    </Button>
  ))
  return (
    <>
      <div className="rounded-lg bg-sheet px-6 py-5.5 shadow-sheet">
        <SavedAt draft={draft} />
        <p className="mb-3.5 text-sm text-ink-2">{note}</p>
        <div className="flex flex-col gap-2.5 max-frame:hidden">{buttons}</div>
        <hr className="my-3.5 max-frame:hidden" />
        <h2 className="text-sm font-semibold">{t('complete')}</h2>
        <ul className="mt-2 flex flex-col gap-1.5 text-sm">
          {progress.map(({ label, state, optional }) => (
            <li key={label} className={`flex items-center gap-2 ${state === 'wrong' ? 'text-bad' : ''}`}>
              {state === 'done' && <Check className="size-[18px] flex-none text-ok" aria-hidden />}
              {state === 'wrong' && <CircleAlert className="size-[18px] flex-none" aria-hidden />}
              {state === 'open' && <Circle className="size-[18px] flex-none text-ink-3" aria-hidden />}
              <span>
                {label}
                <span className="sr-only">, {t(state)}</span>
                {optional && state === 'open' && <span className="text-ink-3"> {t('optional')}</span>}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {children}
      <div className="fixed inset-x-0 bottom-0 z-30 flex min-h-16 items-center gap-2 border-t border-rule bg-paper px-4 py-2 frame:hidden [&>button]:flex-1">
        {buttons}
      </div>
    </>
  )
}

function SavedAt({ draft: { savedAt, state } }: { draft: DraftState }) {
  const t = useTranslations('form.send')
  const locale = useLocale()
  return (
    <p role="status" className="mb-1.5 min-h-6 font-semibold">
      {state === 'failed' ? (
        <span className="flex gap-2 text-warn">
          <CloudOff className="mt-0.5 size-5 flex-none" aria-hidden />
          {t('notSaved')}
        </span>
      ) : savedAt === null ? (
        <span className="text-ink-2">{t('nothingYet')}</span>
      ) : (
        <span className="flex gap-2 text-ok">
          <CloudCheck className="mt-0.5 size-5 flex-none" aria-hidden />
          {t('savedAt', keptMoment(locale, savedAt))}
        </span>
      )}
    </p>
  )
}
