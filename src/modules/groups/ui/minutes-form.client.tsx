'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { textAt } from '@/core/form-values'
import { sendMinutes } from '@/modules/groups/meeting.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useDraft } from '@/ui/form/use-draft.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'

/** Minutes: kept for their writer while they are typed, shown to the group when they are published. */
export function MinutesForm({
  id,
  version,
  initial,
  languages,
  most,
}: {
  id: string
  version: number
  initial: { language: string; text: string; isDraft: boolean }
  languages: readonly SelectChoice[]
  most: number
}) {
  const t = useTranslations('groups.record')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [state, action, isPending] = useFormAction(sendMinutes, 'minutes-form')
  const draft = useDraft(form, { address: `/api/groups/meetings/${id}/minutes`, isPaused: isPending })
  const valueOf = (name: string, stored: string) => (state.turn === 0 ? stored : textAt(state.values, name))
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const lines = useFaultLines(state, ({ field }) =>
    field === 'minutes' ? t('minutes') : field === 'language' ? t('language') : null,
  )
  const kept = draft.savedAt?.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <form ref={form} id="minutes-form" action={action} noValidate className="flex max-w-[45rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SelectField
        name="language"
        id="minutes-language"
        label={t('language')}
        items={languages}
        defaultValue={valueOf('language', initial.language)}
        error={errorOf('language')}
        turn={state.turn}
      />
      <TextArea
        key={state.turn}
        name="minutes"
        label={t('minutes')}
        hint={t('minutesHint')}
        rows={12}
        max={most}
        defaultValue={valueOf('minutes', initial.text)}
        error={errorOf('minutes')}
      />
      <p role="status" className="min-h-5 text-sm text-ink-2">
        {draft.state === 'failed'
          ? t('draftFailed')
          : kept !== undefined
            ? t('draftKept', { time: kept })
            : initial.isDraft
              ? t('draftOpen')
              : ''}
      </p>
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('publish')}
        </Button>
      </div>
    </form>
  )
}
