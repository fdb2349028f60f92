import { useTranslations } from 'next-intl'
import { mostLetters } from '@/modules/files/choices.schema'
import { Checkbox } from '@/ui/checkbox'
import type { FieldFault } from '@/ui/control'
import { MoreFields } from '@/ui/form/more-fields'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

export type TypedOfFile = Readonly<Record<string, string | undefined>>

/** What is said of a file while it is sent. `kind`: only what concerns a picture, or a document; absent = both, without script. */
export function FileFields({
  id,
  kind,
  languages,
  language,
  typed = {},
  faultOf,
}: {
  /** Beginning of the ids of these controls. */
  id: string
  kind?: 'picture' | 'document'
  languages: readonly SelectChoice[]
  language: string
  typed?: TypedOfFile
  faultOf: (field: string) => FieldFault | undefined
}) {
  const t = useTranslations('files.form')
  const text = (name: string) => ({ name, id: `${id}-${name}`, defaultValue: typed[name] ?? '', error: faultOf(name) })
  return (
    <>
      {kind !== 'document' && (
        <>
          <TextInput
            {...text('alt')}
            label={t('alt')}
            hint={t('altHint')}
            optional={kind === undefined}
            autoComplete="off"
          />
          <SelectField
            {...text('altLanguage')}
            defaultValue={typed.altLanguage ?? language}
            label={t('altLanguage')}
            items={languages}
          />
          <Checkbox
            name="decorative"
            id={`${id}-decorative`}
            defaultChecked={typed.decorative === 'on'}
            hint={t('decorativeHint')}
          >
            {t('decorative')}
          </Checkbox>
        </>
      )}
      <TextInput {...text('title')} label={t('title')} hint={t('titleHint')} optional autoComplete="off" />
      {kind !== 'picture' && (
        <SelectField
          {...text('language')}
          defaultValue={typed.language ?? (kind === undefined ? '' : language)}
          label={t('language')}
          empty={t('noLanguage')}
          optional
          items={languages}
        />
      )}
      <MoreFields
        label={t('rights')}
        open={(['credit', 'licence'] as const).some((name) => typed[name] || faultOf(name))}
      >
        <TextInput {...text('credit')} label={t('credit')} hint={t('creditHint')} optional autoComplete="off" />
        <TextInput {...text('licence')} label={t('licence')} hint={t('licenceHint')} optional autoComplete="off" />
      </MoreFields>
    </>
  )
}

/** A refusal as the door sent it (RFC 9457), told at its field with the number the words want. */
export const faultOfAnswer = (field: string, message: string): FieldFault & { field: string } => {
  const max = new Map<string, number>(Object.entries(mostLetters)).get(field)
  return { field, message, ...(max !== undefined && message === 'tooLong' && { values: { max } }) }
}
