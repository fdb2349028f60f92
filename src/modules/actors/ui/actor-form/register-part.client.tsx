'use client'

import { useTranslations } from 'next-intl'
import { rowsAt, textAt } from '@/core/form-values'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { identifierSchemes, legalStatuses } from '@/modules/taxonomy/choices.schema'
import { Combobox } from '@/ui/combobox/combobox.client'
import { Fieldset } from '@/ui/fieldset'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { MoreFields } from '@/ui/form/more-fields'
import { RowList } from '@/ui/form/row-list.client'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'

/** How to reach the body, its numbers in registers, and what it belongs to. */
export function RegisterPart() {
  const t = useTranslations('actorForm')
  const words = useTranslations('taxonomy')
  const { text, combo, values, isUsed } = useFormFields()
  const { loadActors } = useSuggestions()
  return (
    <FormPart id="part-register" title={t('part.register')} lead={t('contactHint')}>
      <TextInput {...text('website')} type="url" label={t('website')} optional autoComplete="off" />
      <div className="grid gap-4.5 sm:grid-cols-2">
        <TextInput {...text('email')} type="email" label={t('email')} optional autoComplete="off" />
        <TextInput {...text('phone')} type="tel" label={t('phone')} optional autoComplete="off" />
      </div>
      <Fieldset id="identifiers" label={t('identifiers')} hint={t('identifiersHint')} optional>
        <RowList
          count={rowsAt(values, 'identifiers').length}
          words={{ add: t('addIdentifier'), remove: (position) => t('removeIdentifier', { position }) }}
        >
          {(index) => (
            <div className="grid gap-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <SelectField
                {...text(`identifiers.${index}.scheme`)}
                label={t('scheme')}
                items={identifierSchemes.map((value) => ({ value, label: words(`identifier.${value}`) }))}
              />
              <TextInput
                {...text(`identifiers.${index}.value`)}
                label={t('number')}
                autoComplete="off"
                spellCheck={false}
              />
            </div>
          )}
        </RowList>
      </Fieldset>
      <MoreFields
        label={t('belongsMore')}
        open={
          isUsed('parent', 'parentText', 'successor', 'successorText', 'legalStatusSince') ||
          !['', 'active'].includes(textAt(values, 'legalStatus'))
        }
      >
        <Combobox {...combo('parent')} label={t('parent')} hint={t('parentHint')} optional load={loadActors} />
        <SelectField
          {...text('legalStatus')}
          label={t('legalStatus')}
          items={legalStatuses.map((value) => ({ value, label: words(`legalStatus.${value}`) }))}
        />
        <TextInput
          {...text('legalStatusSince')}
          label={t('legalStatusSince')}
          hint={t('legalStatusSinceHint')}
          optional
          autoComplete="off"
        />
        <Combobox {...combo('successor')} label={t('successor')} hint={t('successorHint')} optional load={loadActors} />
      </MoreFields>
    </FormPart>
  )
}
