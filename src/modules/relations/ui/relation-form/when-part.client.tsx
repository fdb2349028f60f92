'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { textAt } from '@/core/form-values'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { directions, firmUses, offers, relationStates } from '@/modules/taxonomy/relation-choices.schema'
import { Combobox } from '@/ui/combobox/combobox.client'
import { CheckList } from '@/ui/form/check-list'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { RadioSegment } from '@/ui/radio-segment'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { PartyRow } from './party-row'

/** Since when, how it stands, who keeps it alive, and whether a firm may walk through it. */
export function WhenPart({ rows }: { rows: readonly PartyRow[] }) {
  const t = useTranslations('relationForm')
  const words = useTranslations('taxonomy')
  const { text, list, combo, values, faultOf } = useFormFields()
  const { loadActors } = useSuggestions()
  const [holder, setHolder] = useState(textAt(values, 'holder'))
  const holders = rows.flatMap(({ end, label }) =>
    'actorId' in end
      ? [{ value: end.actorId, label }]
      : 'bornId' in end
        ? [{ value: end.bornId, label: end.name }]
        : [],
  )
  return (
    <FormPart id="part-when" title={t('part.when')}>
      <div className="flex flex-col gap-2">
        <div className="grid items-start gap-4.5 sm:grid-cols-3">
          <TextInput {...text('started')} label={t('started')} optional autoComplete="off" />
          <TextInput {...text('renewed')} label={t('renewed')} optional autoComplete="off" />
          <TextInput {...text('ended')} label={t('ended')} optional autoComplete="off" />
        </div>
        <p className="text-sm text-ink-2">{t('datesHint')}</p>
      </div>
      <div className="grid gap-4.5 sm:grid-cols-2">
        <SelectField
          {...text('state')}
          defaultValue={textAt(values, 'state') || 'active'}
          label={t('state')}
          items={relationStates.map((value) => ({ value, label: words(`state.${value}`) }))}
        />
        <SelectField
          {...text('direction')}
          label={t('direction')}
          optional
          items={directions.map((value) => ({ value, label: words(`direction.${value}`) }))}
          empty={t('usualDirection')}
        />
      </div>
      <SelectField
        {...text('holder')}
        label={t('holder')}
        hint={t('holderHint')}
        items={[...holders, { value: 'other', label: t('holderByName') }]}
        empty={t('chooseHolder')}
        // The list is only as long as the parties are: a chosen one that left must not stay behind unseen.
        turn={rows.length}
        defaultValue={holder}
        onChange={(event) => setHolder(event.target.value)}
      />
      {holder === 'other' && <Combobox {...combo('holderOther')} label={t('holderOther')} load={loadActors} />}
      <RadioSegment
        name="usableByFirms"
        label={t('usable')}
        optional
        choices={firmUses.map((value) => ({ value, label: t(`usableChoices.${value}`) }))}
        defaultValue={textAt(values, 'usableByFirms')}
        error={faultOf('usableByFirms')}
      />
      <CheckList
        {...list('offer')}
        label={t('offer')}
        hint={t('offerHint')}
        choices={offers.map((value) => ({ value, label: words(`offer.${value}`) }))}
      />
    </FormPart>
  )
}
