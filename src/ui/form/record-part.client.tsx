'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { visibilities } from '@/core/visibility'
import { Checkbox } from '@/ui/checkbox'
import { RadioSegment } from '@/ui/radio-segment'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'
import { useFormFields } from './form-context'
import { FormPart } from './form-part'
import { MoreFields } from './more-fields'

/** What every curated record says of itself: who sees it, who curates it, where it was read, notes of the house. */
export function RecordPart({ curators }: { curators: readonly SelectChoice[] }) {
  const t = useTranslations('form.record')
  const word = useTranslations('taxonomy.visibility')
  const { text, values, faultOf, isUsed } = useFormFields()
  return (
    <FormPart id="part-record" title={t('title')}>
      <RadioSegment
        name="visibility"
        label={t('visibility')}
        hint={t('visibilityHint')}
        choices={visibilities.map((value) => ({ value, label: word(value) }))}
        defaultValue={textAt(values, 'visibility') || 'public'}
        error={faultOf('visibility')}
      />
      {curators.length > 0 && (
        <SelectField
          {...text('territoryId')}
          label={t('curator')}
          hint={t('curatorHint')}
          optional
          items={curators}
          empty={t('curatorAuto')}
        />
      )}
      <MoreFields label={t('source')} open={isUsed('source')}>
        <TextInput
          {...text('source.name')}
          label={t('sourceName')}
          hint={t('sourceHint')}
          optional
          autoComplete="off"
        />
        <TextInput {...text('source.url')} type="url" label={t('sourceUrl')} optional autoComplete="off" />
        <div className="grid gap-4.5 sm:grid-cols-3">
          <TextInput {...text('source.recordId')} label={t('sourceRecord')} optional autoComplete="off" />
          <TextInput {...text('source.licence')} label={t('sourceLicence')} optional autoComplete="off" />
          <TextInput
            {...text('source.retrievedOn')}
            label={t('sourceDay')}
            optional
            autoComplete="off"
            placeholder="2026-11-24"
          />
        </div>
      </MoreFields>
      <TextArea {...text('internalNotes')} label={t('notes')} hint={t('notesHint')} optional rows={3} max={5000} />
      <Checkbox
        name="fictitious"
        value="1"
        defaultChecked={textAt(values, 'fictitious') === '1'}
        hint={t('fictitiousHint')}
      >
        {t('fictitious')}
      </Checkbox>
    </FormPart>
  )
}
