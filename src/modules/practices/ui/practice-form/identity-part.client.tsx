'use client'

import { useTranslations } from 'next-intl'
import { textAt, textsAt } from '@/core/form-values'
import { practiceLimits } from '@/modules/practices/practice-limit.schema'
import { practiceAxes } from '@/modules/practices/choices.schema'
import { CheckList } from '@/ui/form/check-list'
import { ChosenList } from '@/ui/form/chosen-list.client'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { MoreFields } from '@/ui/form/more-fields'
import { TextsField } from '@/ui/form/texts-field.client'
import type { WrittenIn } from '@/ui/form/use-original-language.client'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { PracticeChoices } from './practice-choices'

/** What it is called and what it is about. */
export function IdentityPart({ choices, language, onLanguage }: WrittenIn & { choices: PracticeChoices }) {
  const t = useTranslations('practiceForm')
  const axis = useTranslations('practices.axis')
  const { text, list, values, faultOf, isUsed } = useFormFields()
  const { languages, sectors } = choices
  const words = {
    add: t('addSector'),
    remove: (name: string) => t('removeChosen', { name }),
    taken: t('alreadyChosen'),
  }
  return (
    <FormPart id="part-identity" title={t('part.identity')}>
      <SelectField
        {...text('originalLanguage')}
        defaultValue={language}
        onChange={onLanguage}
        label={t('originalLanguage')}
        hint={t('originalLanguageHint')}
        items={languages}
      />
      <TextsField
        {...{ name: 'title', label: t('title'), hint: t('titleHint'), languages, language }}
        {...{ max: practiceLimits.title, lines: 'one', counted: true, optional: false }}
      />
      <TextsField
        {...{ name: 'summary', label: t('summary'), hint: t('summaryHint'), languages, language }}
        max={practiceLimits.summary}
        optional={false}
      />
      <CheckList
        {...list('themes')}
        label={t('themes')}
        optional={false}
        hint={t('themesHint')}
        choices={choices.themes.filter(
          ({ value, isRetired }) => !isRetired || textsAt(values, 'themes').includes(value),
        )}
      />
      <CheckList
        {...list('axes')}
        label={t('axes')}
        choices={practiceAxes.map((value) => ({ value, label: axis(value) }))}
      />
      <MoreFields label={t('findMore')} open={isUsed('sectors', 'keywords', 'fromProject')}>
        <ChosenList
          {...list('sectors')}
          addName="addSector"
          addText={textAt(values, 'addSectorText')}
          addError={faultOf('addSector')}
          label={t('sectors')}
          hint={t('sectorsHint')}
          options={sectors}
          words={words}
        />
        <TextInput {...text('keywords')} label={t('keywords')} hint={t('keywordsHint')} optional autoComplete="off" />
        <TextInput {...text('fromProject')} label={t('fromProject')} optional autoComplete="off" />
      </MoreFields>
    </FormPart>
  )
}
