'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { iscedFields, sizeClasses } from '@/modules/taxonomy/choices.schema'
import { CheckList } from '@/ui/form/check-list'
import { ChosenList } from '@/ui/form/chosen-list.client'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { MoreFields } from '@/ui/form/more-fields'
import { TextsField } from '@/ui/form/texts-field.client'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { ActorChoices } from './actor-choices'

/** What it does, where it wants to go, what it can give and looks for. */
export function WorkPart({ choices, language }: { choices: ActorChoices; language: string }) {
  const t = useTranslations('actorForm')
  const size = useTranslations('taxonomy.size')
  const isced = useTranslations('taxonomy.isced')
  const { text, list, values, faultOf, isUsed } = useFormFields()
  const words = (add: string) => ({
    add,
    remove: (name: string) => t('removeChosen', { name }),
    taken: t('alreadyChosen'),
  })
  return (
    <FormPart id="part-work" title={t('part.work')}>
      <ChosenList
        {...list('sectors')}
        addName="addSector"
        addText={textAt(values, 'addSectorText')}
        addError={faultOf('addSector')}
        label={t('sectors')}
        hint={t('sectorsHint')}
        options={choices.sectors}
        words={words(t('addSector'))}
      />
      <MoreFields label={t('isced')} open={isUsed('iscedFields')}>
        <CheckList
          {...list('iscedFields')}
          label={t('isced')}
          hint={t('iscedHint')}
          choices={iscedFields.map((value) => ({ value, label: isced(value) }))}
        />
      </MoreFields>
      <TextInput
        {...text('tags')}
        label={t('tags')}
        hint={choices.tags.length === 0 ? t('tagsHint') : t('tagsKnown', { tags: choices.tags.join(', ') })}
        optional
        autoComplete="off"
      />
      <div className="grid gap-4.5 sm:grid-cols-3">
        <SelectField
          {...text('size')}
          label={t('size')}
          optional
          items={sizeClasses.map((value) => ({ value, label: size(value) }))}
          empty={t('notSaid')}
        />
        <TextInput {...text('employeesBand')} label={t('employees')} optional autoComplete="off" placeholder="10–49" />
        <TextInput {...text('founded')} label={t('founded')} optional autoComplete="off" placeholder="1963" />
      </div>
      <ChosenList
        {...list('languagesSpoken')}
        addName="addLanguage"
        addText={textAt(values, 'addLanguageText')}
        addError={faultOf('addLanguage')}
        label={t('languagesSpoken')}
        options={choices.languageOptions}
        words={words(t('addLanguage'))}
      />
      <ChosenList
        {...list('targetCountries')}
        addName="addCountry"
        addText={textAt(values, 'addCountryText')}
        addError={faultOf('addCountry')}
        label={t('targetCountries')}
        hint={t('targetCountriesHint')}
        options={choices.countryOptions}
        words={words(t('addCountry'))}
      />
      <MoreFields label={t('offersMore')} open={isUsed('offers', 'seeks')}>
        <TextsField name="offers" label={t('offers')} languages={choices.languages} language={language} max={1000} />
        <TextsField name="seeks" label={t('seeks')} languages={choices.languages} language={language} max={1000} />
      </MoreFields>
    </FormPart>
  )
}
