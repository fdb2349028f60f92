'use client'

import { useTranslations } from 'next-intl'
import { textAt, textsAt } from '@/core/form-values'
import { acceptSuggestionHere, declineSuggestionHere } from '@/modules/curation/suggestion.actions'
import { SuggestedChange } from '@/modules/curation/ui/suggested-change'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Fieldset } from '@/ui/fieldset'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextArea } from '@/ui/text-area'

type Line = { field: string; present: string; after: string; isMoved: boolean }

/** Takes a suggestion up, field by field, or leaves the record as it is; either way the sender is answered. */
export function SuggestionDecision({
  id,
  version,
  lines,
}: {
  id: string
  /** The record as it is looked at; null = it is not published any more, so nothing can be taken up. */
  version: number | null
  lines: readonly Line[]
}) {
  return (
    <div className="flex flex-col gap-8">
      {version !== null && <Accept id={id} version={version} lines={lines} />}
      <Decline id={id} isOpen={version === null} />
    </div>
  )
}

function Accept({ id, version, lines }: { id: string; version: number; lines: readonly Line[] }) {
  const t = useTranslations('suggestion.decide')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(acceptSuggestionHere)
  const faults = useFaultLines(state, ({ field }) => (field === 'answer' ? t('answer') : t('changes')))
  const chosen = textsAt(state.values, 'fields')
  return (
    <form action={action} noValidate className="flex flex-col gap-4.5">
      <ErrorSummary lines={faults} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <div key={state.turn} className="contents">
        {lines.length > 0 && (
          <Fieldset id="fields" label={t('changes')} hint={t('changesHint')}>
            <ul>
              {lines.map(({ field, present, after, isMoved }) => (
                <li key={field} className="border-b border-rule py-2">
                  <Checkbox
                    name="fields[]"
                    value={field}
                    defaultChecked={state.turn === 0 ? !isMoved : chosen.includes(field)}
                  >
                    <SuggestedChange field={field} before={present} after={after} isMoved={isMoved} />
                  </Checkbox>
                </li>
              ))}
            </ul>
          </Fieldset>
        )}
        <TextArea
          name="answer"
          label={t('thanks')}
          hint={t('thanksHint')}
          optional
          rows={3}
          max={2000}
          defaultValue={textAt(state.values, 'answer')}
          error={state.problems.find(({ field }) => field === 'answer')}
        />
      </div>
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('saving')}>
          {t(lines.length > 0 ? 'accept' : 'acceptWords')}
        </Button>
      </div>
    </form>
  )
}

function Decline({ id, isOpen }: { id: string; isOpen: boolean }) {
  const t = useTranslations('suggestion.decide')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(declineSuggestionHere)
  const faults = useFaultLines(state, () => t('why')).map((line) =>
    line.field === 'answer' ? { ...line, field: 'decline-answer' } : line,
  )
  return (
    <details open={isOpen || state.turn > 0} className="border-t border-rule pt-4">
      <summary className="inline-flex min-h-8 items-center text-link underline underline-offset-[.18em]">
        {t('decline')}
      </summary>
      <form action={action} noValidate className="mt-3 flex flex-col gap-4.5">
        <ErrorSummary lines={faults} turn={state.turn} />
        <input type="hidden" name="id" value={id} />
        <TextArea
          key={state.turn}
          name="answer"
          id="decline-answer"
          label={t('why')}
          hint={t('whyHint')}
          rows={3}
          max={2000}
          defaultValue={textAt(state.values, 'answer')}
          error={state.problems.find(({ field }) => field === 'answer')}
        />
        <div>
          <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
            {t('declineNow')}
          </Button>
        </div>
      </form>
    </details>
  )
}
