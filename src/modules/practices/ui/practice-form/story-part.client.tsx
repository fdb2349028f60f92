'use client'

import { useTranslations } from 'next-intl'
import { rowsAt, textAt } from '@/core/form-values'
import { practiceLimits, type PracticeText } from '@/modules/practices/practice-limit.schema'
import { Checkbox } from '@/ui/checkbox'
import { Fieldset } from '@/ui/fieldset'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { RowList } from '@/ui/form/row-list.client'
import { TextsField } from '@/ui/form/texts-field.client'
import { TextInput } from '@/ui/text-input'
import type { PracticeChoices } from './practice-choices'

/** The texts of the programme's form in their order, each with its limit, and where more can be read. */
export function StoryPart({ choices: { languages }, language }: { choices: PracticeChoices; language: string }) {
  const t = useTranslations('practiceForm')
  const { text, values } = useFormFields()
  const field = (name: Exclude<PracticeText, 'title' | 'summary'>, hint?: string) => (
    <TextsField
      {...{ name, label: t(name), languages, language }}
      {...(hint !== undefined && { hint })}
      max={practiceLimits[name]}
      optional={name !== 'detail'}
    />
  )
  return (
    <>
      <FormPart id="part-story" title={t('part.story')}>
        {field('detail', t('detailHint'))}
        {field('resources', t('resourcesHint'))}
        <div className="flex flex-col gap-2">
          <div className="grid items-start gap-4.5 sm:grid-cols-2">
            <TextInput {...text('started')} label={t('started')} optional autoComplete="off" />
            <TextInput {...text('ended')} label={t('ended')} optional autoComplete="off" />
          </div>
          <p className="text-sm text-ink-2">{t('datesHint')}</p>
          <Checkbox name="ongoing" value="1" defaultChecked={textAt(values, 'ongoing') === '1'}>
            {t('ongoing')}
          </Checkbox>
        </div>
        {field('evidenceOfSuccess', t('evidenceHint'))}
        {field('challenges')}
        {field('potential', t('potentialHint'))}
      </FormPart>
      <FormPart id="part-more" title={t('part.more')}>
        {field('furtherInformation')}
        <Fieldset id="links" label={t('links')} hint={t('linksHint')} optional>
          <RowList
            count={rowsAt(values, 'links').length}
            words={{ add: t('addLink'), remove: (position) => t('removeLink', { position }) }}
          >
            {(index) => (
              <div className="grid gap-3 sm:grid-cols-2">
                <TextInput {...text(`links.${index}.url`)} type="url" label={t('linkUrl')} autoComplete="off" />
                <TextInput {...text(`links.${index}.title`)} label={t('linkTitle')} optional autoComplete="off" />
              </div>
            )}
          </RowList>
        </Fieldset>
      </FormPart>
    </>
  )
}
