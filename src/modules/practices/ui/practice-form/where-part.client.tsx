'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { rowsAt, textAt } from '@/core/form-values'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { practiceScopes } from '@/modules/practices/choices.schema'
import { actorKinds } from '@/modules/taxonomy/choices.schema'
import { Checkbox } from '@/ui/checkbox'
import { Combobox } from '@/ui/combobox/combobox.client'
import type { ComboOption } from '@/ui/combobox/combo-option'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { PickedList } from '@/ui/form/picked-list.client'
import { RadioSegment } from '@/ui/radio-segment'
import { SelectField } from '@/ui/select-field'
import type { PracticeChoices } from './practice-choices'
import { usePracticeSuggestions } from './suggestions.client'

/** Where it is, who is in charge, who takes part, and which relations it rests on. */
export function WherePart({ choices }: { choices: PracticeChoices }) {
  const t = useTranslations('practiceForm')
  const scope = useTranslations('practices.scope')
  const { text, combo, values, faultOf } = useFormFields()
  const { findPlaces, ofPlace, loadActors } = useSuggestions()
  const { findRegions, loadRelations } = usePracticeSuggestions()
  const country = useRef<HTMLSelectElement>(null)
  const countries = useRef(new Map<string, string>())
  const loadPlaces = async (typed: string, signal: AbortSignal) => {
    const places = await findPlaces(typed, signal)
    for (const place of places) countries.current.set(String(place.id), place.country)
    return places.map(ofPlace)
  }
  const loadRegions = async (typed: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const regions = await findRegions(typed, signal)
    for (const { code, country: of } of regions) countries.current.set(code, of)
    return regions.map(({ code, name, where }) => ({ value: code, label: name, secondary: where, place: true }))
  }
  const onWhere = ({ value }: ComboOption) => {
    const of = countries.current.get(value)
    if (of !== undefined && country.current !== null) country.current.value = of
  }
  const words = (add: string) => ({
    add,
    remove: (name: string) => t('removeChosen', { name }),
    taken: t('alreadyChosen'),
  })
  return (
    <FormPart id="part-where" title={t('part.where')}>
      <RadioSegment
        name="scope"
        label={t('scope')}
        optional
        choices={practiceScopes.map((value) => ({ value, label: scope(value) }))}
        defaultValue={textAt(values, 'scope')}
        error={faultOf('scope')}
      />
      <Combobox
        {...combo('place')}
        label={t('place')}
        hint={t('placeHint')}
        optional
        load={loadPlaces}
        onChoose={onWhere}
      />
      <div className="grid gap-4.5 sm:grid-cols-2">
        <Combobox {...combo('region')} label={t('region')} optional load={loadRegions} onChoose={onWhere} />
        <SelectField
          {...text('country')}
          ref={country}
          label={t('country')}
          items={choices.countries}
          empty={t('choose')}
        />
      </div>
      <Combobox {...combo('inCharge')} label={t('inCharge')} hint={t('inChargeHint')} load={loadActors} />
      <Checkbox name="inChargeIsAuthor" value="1" defaultChecked={textAt(values, 'inChargeIsAuthor') === '1'}>
        {t('inChargeIsAuthor')}
      </Checkbox>
      <PickedList
        name="actors"
        sends="rows"
        picked={pickedIn(rowsAt(values, 'actors'))}
        load={loadActors}
        addName="addActor"
        addText={textAt(values, 'addActorText')}
        addError={faultOf('addActor')}
        error={faultOf('actors')}
        label={t('actors')}
        hint={t('actorsHint')}
        words={words(t('addActor'))}
      />
      <PickedList
        name="relations"
        sends="rows"
        picked={pickedIn(rowsAt(values, 'relations'))}
        load={loadRelations}
        addName="addRelation"
        addText={textAt(values, 'addRelationText')}
        addError={faultOf('addRelation')}
        error={faultOf('relations')}
        label={t('relations')}
        hint={t('relationsHint')}
        words={words(t('addRelation'))}
      />
    </FormPart>
  )
}

const pickedIn = (rows: ReturnType<typeof rowsAt>): ComboOption[] =>
  rows.map((row) => {
    const kind = actorKinds.find((one) => one === textAt(row, 'kind'))
    return {
      value: textAt(row, 'id'),
      label: textAt(row, 'label') || textAt(row, 'id'),
      secondary: textAt(row, 'note'),
      ...(kind && { kind }),
    }
  })
