'use client'

import { useTranslations } from 'next-intl'
import { rowsAt, textAt, textsAt } from '@/core/form-values'
import { sdgs } from '@/modules/taxonomy/choices.schema'
import { Fieldset } from '@/ui/fieldset'
import { CheckList } from '@/ui/form/check-list'
import { ChosenList } from '@/ui/form/chosen-list.client'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { MoreFields } from '@/ui/form/more-fields'
import { RowList } from '@/ui/form/row-list.client'
import { TextsField } from '@/ui/form/texts-field.client'
import type { WrittenIn } from '@/ui/form/use-original-language.client'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { RelationChoices } from './relation-choices'

/** What proves it, what it is about, how much of it there is. */
export function AboutPart({ choices, language, onLanguage }: WrittenIn & { choices: RelationChoices }) {
  const t = useTranslations('relationForm')
  const words = useTranslations('taxonomy')
  const { text, list, values, faultOf, isUsed } = useFormFields()
  return (
    <>
      <FormPart id="part-evidence" title={t('part.evidence')}>
        <Fieldset id="evidence" label={t('evidence')} hint={t('evidenceHint')} optional>
          <RowList
            count={rowsAt(values, 'evidence').length}
            words={{ add: t('addLink'), remove: (position) => t('removeLink', { position }) }}
          >
            {(index) => (
              <div className="grid gap-3 sm:grid-cols-2">
                <TextInput {...text(`evidence.${index}.url`)} type="url" label={t('linkUrl')} autoComplete="off" />
                <TextInput {...text(`evidence.${index}.title`)} label={t('linkTitle')} optional autoComplete="off" />
              </div>
            )}
          </RowList>
        </Fieldset>
      </FormPart>
      <FormPart id="part-about" title={t('part.about')}>
        <SelectField
          {...text('originalLanguage')}
          defaultValue={language}
          onChange={onLanguage}
          label={t('originalLanguage')}
          hint={t('originalLanguageHint')}
          items={choices.languages}
        />
        <TextsField
          name="title"
          label={t('title')}
          hint={t('titleHint')}
          languages={choices.languages}
          language={language}
          max={200}
          lines="one"
        />
        <TextsField
          name="description"
          label={t('description')}
          languages={choices.languages}
          language={language}
          max={5000}
        />
        <ChosenList
          {...list('sectors')}
          addName="addSector"
          addText={textAt(values, 'addSectorText')}
          addError={faultOf('addSector')}
          label={t('sectors')}
          hint={t('sectorsHint')}
          options={choices.sectors}
          words={{
            add: t('addSector'),
            remove: (name) => t('removeChosen', { name }),
            taken: t('alreadyChosen'),
          }}
        />
        <MoreFields label={t('themesMore')} open={isUsed('themes', 'sdgs')}>
          <CheckList
            {...list('themes')}
            label={t('themes')}
            choices={choices.themes.filter(
              ({ value, isRetired }) => !isRetired || textsAt(values, 'themes').includes(value),
            )}
          />
          <CheckList
            {...list('sdgs')}
            label={t('sdgs')}
            choices={sdgs.map((value) => ({ value: String(value), label: `${value}. ${words(`sdg.${value}`)}` }))}
          />
        </MoreFields>
        <MoreFields
          label={t('projectMore')}
          open={isUsed('programme', 'call', 'projectAcronym', 'projectNumber', 'legalBasis')}
        >
          <TextInput {...text('programme')} label={t('programme')} optional autoComplete="off" />
          <TextInput {...text('call')} label={t('call')} optional autoComplete="off" />
          <div className="grid gap-4.5 sm:grid-cols-2">
            <TextInput {...text('projectAcronym')} label={t('acronym')} optional autoComplete="off" />
            <TextInput {...text('projectNumber')} label={t('number')} optional autoComplete="off" />
          </div>
          <TextInput {...text('legalBasis')} label={t('legalBasis')} hint={t('legalBasisHint')} optional />
        </MoreFields>
        <MoreFields label={t('intensityMore')} open={isUsed('eventsPerYear', 'people', 'amount')}>
          <div className="grid gap-4.5 sm:grid-cols-2">
            <TextInput {...text('eventsPerYear')} label={t('events')} optional inputMode="numeric" autoComplete="off" />
            <TextInput {...text('people')} label={t('people')} optional inputMode="numeric" autoComplete="off" />
          </div>
          <div className="grid gap-4.5 sm:grid-cols-3">
            <TextInput {...text('amount.value')} label={t('amount')} optional inputMode="decimal" autoComplete="off" />
            <TextInput
              {...text('amount.currency')}
              label={t('currency')}
              optional
              autoComplete="off"
              placeholder="EUR"
            />
            <TextInput {...text('amount.year')} label={t('amountYear')} optional inputMode="numeric" />
          </div>
        </MoreFields>
      </FormPart>
    </>
  )
}
