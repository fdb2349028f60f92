'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendSuggestion } from '@/modules/curation/suggestion.actions'
import type { SuggestibleKind } from '@/modules/curation/suggestion.schema'
import { isFielded, isFieldName, looksOf } from '@/modules/curation/suggested-look.schema'
import { useSuggestedText } from '@/modules/curation/ui/suggested-text'
import { legalStatuses } from '@/modules/taxonomy/choices.schema'
import { firmUses, relationStates } from '@/modules/taxonomy/relation-choices.schema'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Trap } from '@/ui/form/trap'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Section } from '@/ui/section'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

type OpenedSuggestion = {
  kind: SuggestibleKind
  id: string
  version: number
  stamp: string
  values: Readonly<Record<string, string>>
  /** Who came by a mailed link. */
  token?: string
}

/** What is not right, in words or field by field. Works without script; only what was changed counts. */
export function SuggestionForm({
  opened,
  asksEmail,
  countries,
}: {
  opened: OpenedSuggestion
  /** A visitor says where to confirm and to be answered. */
  asksEmail: boolean
  countries: readonly SelectChoice[]
}) {
  const t = useTranslations('suggestion')
  const ui = useTranslations('ui')
  const textOf = useSuggestedText()
  const labelOf = (field: string): string => {
    if (field === 'message' || field === 'email') return t(field)
    const name = field.replace(/^fields\./, '')
    return isFieldName(name) ? t(`label.${name}`) : name
  }
  const [state, action, isPending] = useFormAction(sendSuggestion)
  const lines = useFaultLines(state, ({ field }) => labelOf(field))
  const faultOf = (name: string) => state.problems.find(({ field }) => field === name)
  const fields = isFielded(opened.kind) ? looksOf(opened.kind) : []
  const choices: Record<string, readonly SelectChoice[]> = {
    country: countries,
    state: relationStates.map((value) => ({ value, label: textOf('state', value) })),
    usableByFirms: firmUses.map((value) => ({ value, label: textOf('usableByFirms', value) })),
    // Into which body one was merged is a search in the register: said in words.
    legalStatus: legalStatuses
      .filter((value) => value !== 'merged' || opened.values.legalStatus === 'merged')
      .map((value) => ({ value, label: textOf('legalStatus', value) })),
  }
  const { kind, id, version, stamp, token } = opened
  const head = { kind, id, version, stamp, ...(token !== undefined && { token }) }
  return (
    <form action={action} noValidate className="flex max-w-[45rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      {Object.entries(head).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div key={state.turn} className="contents">
        <TextArea
          name="message"
          label={t('message')}
          hint={t(`messageHint.${kind}`)}
          optional={fields.length > 0}
          rows={4}
          max={2000}
          defaultValue={textAt(state.values, 'message')}
          error={faultOf('message')}
        />
        {fields.length > 0 && (
          <Section title={t('fields')} id="fields">
            <p className="mb-4 text-sm text-ink-2">{t('fieldsHint')}</p>
            <div className="flex flex-col gap-4.5">
              {fields.map(([field, look]) => {
                const name = `fields.${field}`
                const control = {
                  name,
                  label: labelOf(name),
                  defaultValue: state.turn === 0 ? (opened.values[field] ?? '') : textAt(state.values, name),
                  error: faultOf(name),
                }
                return (
                  <div key={field}>
                    <input type="hidden" name={`seen.${field}`} value={opened.values[field] ?? ''} />
                    {look === 'line' && <TextInput {...control} autoComplete="off" />}
                    {look === 'text' && <TextArea {...control} rows={4} />}
                    {look === 'choice' && (
                      <SelectField {...control} items={choices[field] ?? []} empty={t('notSaid')} />
                    )}
                  </div>
                )
              })}
            </div>
          </Section>
        )}
        {asksEmail && (
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            autoComplete="email"
            spellCheck={false}
            defaultValue={textAt(state.values, 'email')}
            error={faultOf('email')}
          />
        )}
        <Trap />
      </div>
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t(asksEmail ? 'sendForConfirmation' : 'send')}
        </Button>
      </div>
    </form>
  )
}
