'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { textAt } from '@/core/form-values'
import type { PlaceSuggestion } from '@/modules/actors/ui/suggestion-answers'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { actorKinds } from '@/modules/taxonomy/choices.schema'
import { Combobox } from '@/ui/combobox/combobox.client'
import { useFormFields } from '@/ui/form/form-context'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { RelationChoices } from './relation-choices'

type Props = {
  /** `parties.2.new` */
  name: string
  id: string
  actorName: string
  /** Was the row just added? Then its kind is asked at once: the name is there. */
  isFresh: boolean
  countries: RelationChoices['countries']
  onNamed: (name: string) => void
}

/** An actor that is not in the register yet, written down inside the relation and stored together with it. */
export function BornActor({ name, id, actorName, isFresh, countries, onNamed }: Props) {
  const t = useTranslations('relationForm.born')
  const kind = useTranslations('taxonomy.kind')
  const { text, combo, values, faultOf } = useFormFields()
  const { findPlaces, ofPlace } = useSuggestions()
  const found = useRef(new Map<string, PlaceSuggestion>())
  const first = useRef<HTMLSelectElement>(null)
  const country = useRef<HTMLSelectElement>(null)
  // A hidden field written through a ref would go back to what it was at the next drawing.
  const [point, setPoint] = useState({
    longitude: textAt(values, `${name}.longitude`),
    latitude: textAt(values, `${name}.latitude`),
  })
  useEffect(() => {
    if (isFresh) first.current?.focus()
  }, [isFresh])
  const load = async (typed: string, signal: AbortSignal) => {
    const places = await findPlaces(typed, signal)
    for (const place of places) found.current.set(String(place.id), place)
    return places.map(ofPlace)
  }
  const onPlaceChosen = (value: string) => {
    const place = found.current.get(value)
    if (place === undefined) return
    if (country.current) country.current.value = place.country
    setPoint({ longitude: String(place.longitude), latitude: String(place.latitude) })
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-3.5 rounded-md bg-sunk px-3.5 py-3">
      <legend className="float-left mb-1 w-full text-sm font-semibold">{t('title')}</legend>
      <input type="hidden" name={`${name}.id`} value={id} />
      <TextInput
        name={`${name}.name`}
        defaultValue={actorName}
        error={faultOf(`${name}.name`)}
        label={t('name')}
        autoComplete="off"
        onChange={(event) => onNamed(event.target.value)}
      />
      <SelectField
        {...text(`${name}.kind`)}
        ref={first}
        label={t('kind')}
        items={actorKinds.map((value) => ({ value, label: kind(value) }))}
        empty={t('choose')}
      />
      <Combobox
        {...combo(`${name}.place`)}
        label={t('place')}
        hint={t('placeHint')}
        optional
        load={load}
        onChoose={({ value }) => onPlaceChosen(value)}
      />
      <SelectField
        {...text(`${name}.country`)}
        ref={country}
        label={t('country')}
        items={countries}
        empty={t('choose')}
      />
      <input type="hidden" name={`${name}.longitude`} value={point.longitude} />
      <input type="hidden" name={`${name}.latitude`} value={point.latitude} />
    </fieldset>
  )
}
