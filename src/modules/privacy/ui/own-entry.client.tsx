'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { correctHere, eraseHere, objectHere } from '@/modules/privacy/own-data.actions'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { MoreFields } from '@/ui/form/more-fields'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { DeedForm } from '@/ui/form/deed-form.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

type Entry = { id: string; name: string; role: string; phone: string; locale: string; hasObjected: boolean }
const names = ['name', 'role', 'phone', 'locale'] as const

/** What a person may do with one entry: correct it, object, have it erased. Disclosures, so that no press is by accident. */
export function OwnEntry({
  token,
  entry,
  languages,
}: {
  token: string
  entry: Entry
  languages: readonly SelectChoice[]
}) {
  const t = useTranslations('privacy.own')
  const form = useTranslations('persons.form')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(correctHere)
  const lines = useFaultLines(state, ({ field }) => {
    const name = names.find((one) => one === field)
    return name === undefined ? field : form(name)
  })
  const control = (name: (typeof names)[number]) => ({
    name,
    id: `${name}-${entry.id}`,
    label: form(name),
    defaultValue: state.turn === 0 ? entry[name] : textAt(state.values, name),
    error: state.problems.find(({ field }) => field === name),
  })
  const values = { token, personId: entry.id }
  return (
    <div className="mt-4 flex flex-col gap-2">
      <MoreFields label={t('correct')} open={state.turn > 0}>
        <form action={action} noValidate className="flex max-w-[30rem] flex-col gap-4.5">
          <ErrorSummary
            lines={lines.map((line) => ('field' in line ? { ...line, field: `${line.field}-${entry.id}` } : line))}
            turn={state.turn}
          />
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="personId" value={entry.id} />
          <div key={state.turn} className="contents">
            <TextInput {...control('name')} autoComplete="name" />
            <TextInput {...control('role')} optional />
            <TextInput {...control('phone')} type="tel" optional autoComplete="tel" />
            <SelectField {...control('locale')} items={languages} />
          </div>
          <p className="text-sm text-ink-2">{t('correctEmail')}</p>
          <div>
            <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
              {t('correctNow')}
            </Button>
          </div>
        </form>
      </MoreFields>
      {!entry.hasObjected && (
        <MoreFields label={t('object')} open={false}>
          <div className="max-w-[40rem]">
            <DeedForm action={objectHere} values={values} submit={t('objectNow')}>
              <p className="text-sm text-ink-2">{t('objectBody')}</p>
            </DeedForm>
          </div>
        </MoreFields>
      )}
      <MoreFields label={t('erase')} open={false}>
        <div className="max-w-[40rem]">
          <DeedForm action={eraseHere} values={values} submit={t('eraseNow')} look="destructive">
            <p className="text-sm text-ink-2">{t('eraseBody')}</p>
          </DeedForm>
        </div>
      </MoreFields>
    </div>
  )
}
