'use client'

import { useTranslations } from 'next-intl'
import { rowsAt, textAt } from '@/core/form-values'
import { actorKinds, nameKinds } from '@/modules/taxonomy/choices.schema'
import { Fieldset } from '@/ui/fieldset'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { RowList } from '@/ui/form/row-list.client'
import { TextsField } from '@/ui/form/texts-field.client'
import type { WrittenIn } from '@/ui/form/use-original-language.client'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { ActorChoices } from './actor-choices'

/** What it is, what it is called, and what it says of itself. */
export function NamesPart({ choices, language, onLanguage }: WrittenIn & { choices: ActorChoices }) {
  const t = useTranslations('actorForm')
  const kind = useTranslations('taxonomy.kind')
  const nameKind = useTranslations('taxonomy.nameKind')
  const { text, values } = useFormFields()
  return (
    <FormPart id="part-names" title={t('part.names')}>
      <SelectField
        {...text('kind')}
        label={t('kind')}
        items={actorKinds.map((value) => ({ value, label: kind(value) }))}
        empty={t('choose')}
      />
      <TextInput {...text('name')} label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <SelectField
        {...text('originalLanguage')}
        defaultValue={language}
        onChange={onLanguage}
        label={t('originalLanguage')}
        hint={t('originalLanguageHint')}
        items={choices.languages}
      />
      <Fieldset id="names" label={t('otherNames')} hint={t('otherNamesHint')} optional>
        <RowList
          count={rowsAt(values, 'names').length}
          words={{ add: t('addName'), remove: (position) => t('removeName', { position }) }}
        >
          {(index) => (
            <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
              <TextInput {...text(`names.${index}.value`)} label={t('nameValue')} autoComplete="off" />
              <SelectField
                {...text(`names.${index}.kind`)}
                label={t('nameKind')}
                items={nameKinds.map((value) => ({ value, label: nameKind(value) }))}
              />
              <SelectField
                {...text(`names.${index}.language`)}
                defaultValue={textAt(values, `names.${index}.language`) || language}
                label={t('language')}
                items={choices.languages}
              />
              {textAt(values, `names.${index}.machine`) === '1' && (
                <input type="hidden" name={`names.${index}.machine`} value="1" />
              )}
            </div>
          )}
        </RowList>
      </Fieldset>
      <TextsField
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        languages={choices.languages}
        language={language}
        max={5000}
      />
    </FormPart>
  )
}
