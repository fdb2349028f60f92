'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { locales } from '@/core/locales'
import { sendPersonForm } from '@/modules/persons/person.actions'
import { legalBases, publicationBases } from '@/modules/persons/choices.schema'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { FormContext } from '@/ui/form/form-context'
import { plainField, type RecordField, textsField, wordsOf } from '@/ui/form/record-field'
import { StaleNotice } from '@/ui/form/stale-notice.client'
import { TextsField } from '@/ui/form/texts-field.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

type Props = {
  actorId: string
  /** What is stored, or what a new entry begins with. */
  initial: FormFields
  languages: readonly SelectChoice[]
}

type PlainName = 'name' | 'email' | 'phone' | 'legalBasis' | 'publicationBasis' | 'source' | 'locale' | 'retainUntil'

/** One contact person. Works without script: the page comes back with what was typed. */
export function PersonForm({ actorId, initial, languages }: Props) {
  const t = useTranslations('persons.form')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendPersonForm, 'person-form')
  const values = state.turn === 0 ? initial : state.values
  const faultOf = (field: string) => state.problems.find((problem) => problem.field === field)
  const languageOf = (code: string) => languages.find(({ value }) => value === code)?.label ?? code
  const fields: readonly RecordField[] = [
    plainField('name', t('name')),
    textsField('role', t('role'), { wordOf: languageOf }),
    plainField('email', t('email')),
    plainField('phone', t('phone')),
    plainField('legalBasis', t('legalBasis'), { wordOf: wordsOf(legalBases, (key) => t(`legal.${key}`)) }),
    plainField('publicationBasis', t('publicationBasis'), {
      wordOf: wordsOf(publicationBases, (key) => t(`publication.${key}`)),
    }),
    plainField('source', t('source')),
    plainField('locale', t('locale'), { wordOf: languageOf }),
    plainField('retainUntil', t('retainUntil')),
  ]
  const lines = useFaultLines(
    state,
    ({ field }) => fields.find(({ part }) => part === field.split('.')[0])?.label ?? field,
  )
  const text = (name: PlainName) => ({
    name,
    label: t(name),
    defaultValue: textAt(values, name),
    error: faultOf(name),
  })
  return (
    <FormContext value={{ values, problems: state.problems }}>
      <form id="person-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
        <ErrorSummary lines={lines} turn={state.turn} />
        <input type="hidden" name="actorId" value={actorId} />
        {typeof initial.id === 'string' && <input type="hidden" name="id" value={initial.id} />}
        <StaleNotice stale={state.result?.stale} fields={fields} />
        <TextInput key={`name ${state.turn}`} {...text('name')} autoComplete="off" />
        <TextsField
          key={`role ${state.turn}`}
          name="role"
          label={t('role')}
          hint={t('roleHint')}
          languages={languages}
          language={textAt(values, 'locale')}
          max={120}
          lines="one"
        />
        <TextInput
          key={`email ${state.turn}`}
          {...text('email')}
          type="email"
          optional
          autoComplete="off"
          spellCheck={false}
          hint={t('emailHint')}
        />
        <TextInput
          key={`phone ${state.turn}`}
          {...text('phone')}
          type="tel"
          optional
          autoComplete="off"
          hint={t('phoneHint')}
        />
        <SelectField
          {...text('legalBasis')}
          turn={state.turn}
          hint={t('legalBasisHint')}
          empty={t('choose')}
          items={legalBases.map((key) => ({ value: key, label: t(`legal.${key}`) }))}
        />
        <SelectField
          {...text('publicationBasis')}
          turn={state.turn}
          optional
          hint={t('publicationBasisHint')}
          empty={t('publication.none')}
          items={publicationBases.map((key) => ({ value: key, label: t(`publication.${key}`) }))}
        />
        <TextInput key={`source ${state.turn}`} {...text('source')} hint={t('sourceHint')} />
        <SelectField
          {...text('locale')}
          turn={state.turn}
          items={languages.filter(({ value }) => locales.some((code) => code === value))}
          hint={t('localeHint')}
        />
        <TextInput
          key={`until ${state.turn}`}
          {...text('retainUntil')}
          inputMode="numeric"
          hint={t('retainUntilHint')}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
            {t('submit')}
          </Button>
          <LinkButton href={`/desk/actors/${actorId}`} look="quiet">
            {ui('cancel')}
          </LinkButton>
        </div>
      </form>
    </FormContext>
  )
}
