'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useRef, useState } from 'react'
import { textAt } from '@/core/form-values'
import { pointPrecisions } from '@/modules/taxonomy/choices.schema'
import type { PlaceSuggestion } from '@/modules/actors/ui/suggestion-answers'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import { Checkbox } from '@/ui/checkbox'
import { Combobox } from '@/ui/combobox/combobox.client'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { MoreFields } from '@/ui/form/more-fields'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'
import type { ActorChoices } from './actor-choices'
import { PointMap } from './point-map.client'

/** Where it is: a place of the gazetteer fills in town, country and point; each may then be said more exactly. */
export function PlacePart({ choices }: { choices: ActorChoices }) {
  const t = useTranslations('actorForm')
  const precisionWord = useTranslations('taxonomy.precision')
  const { text, combo, values, faultOf, isUsed } = useFormFields()
  const { findPlaces, ofPlace } = useSuggestions()
  const found = useRef(new Map<string, PlaceSuggestion>())
  const city = useRef<HTMLInputElement>(null)
  const country = useRef<HTMLSelectElement>(null)
  const longitude = useRef<HTMLInputElement>(null)
  const latitude = useRef<HTMLInputElement>(null)
  const precision = useRef<HTMLSelectElement>(null)
  // A hidden field written through a ref would go back to what it was at the next drawing.
  const [geocodedFrom, setGeocodedFrom] = useState(textAt(values, 'geocodedFrom'))
  // What the map shows; the fields themselves keep what was typed.
  const [point, setPoint] = useState({ longitude: textAt(values, 'longitude'), latitude: textAt(values, 'latitude') })

  const readPoint = () =>
    setPoint({ longitude: longitude.current?.value ?? '', latitude: latitude.current?.value ?? '' })
  const setPointTo = (at: { longitude: string; latitude: string; precision: string; from: string }) => {
    write(longitude, at.longitude)
    write(latitude, at.latitude)
    write(precision, at.precision)
    setGeocodedFrom(at.from)
    readPoint()
  }
  const load = async (typed: string, signal: AbortSignal) => {
    const places = await findPlaces(typed, signal)
    for (const place of places) found.current.set(String(place.id), place)
    return places.map(ofPlace)
  }
  const onPlaceChosen = (id: string) => {
    const place = found.current.get(id)
    if (place === undefined) return
    write(city, place.name)
    write(country, place.country)
    setPointTo({
      longitude: String(place.longitude),
      latitude: String(place.latitude),
      ...{ precision: 'city', from: 'GeoNames' },
    })
  }
  const onPointed = (east: number, north: number) =>
    setPointTo({ longitude: east.toFixed(5), latitude: north.toFixed(5), precision: 'exact', from: '' })

  return (
    <FormPart id="part-place" title={t('part.place')}>
      <Combobox
        {...combo('place')}
        label={t('place')}
        hint={t('placeHint')}
        optional
        load={load}
        onChoose={({ value }) => onPlaceChosen(value)}
      />
      <div className="grid gap-4.5 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextInput {...text('address')} label={t('address')} optional autoComplete="off" />
        <TextInput {...text('postalCode')} label={t('postalCode')} optional autoComplete="off" />
      </div>
      <div className="grid gap-4.5 sm:grid-cols-2">
        <TextInput {...text('city')} ref={city} label={t('city')} optional autoComplete="off" />
        <SelectField
          {...text('country')}
          ref={country}
          label={t('country')}
          items={choices.countries}
          empty={t('choose')}
        />
      </div>
      <input type="hidden" name="geocodedFrom" value={geocodedFrom} />
      <MoreFields
        label={t('pointMore')}
        open={isUsed('longitude', 'latitude', 'precision', 'coarsened', 'homeTerritoryId', 'lau')}
      >
        <p className="text-sm text-ink-2">{t('pointHint')}</p>
        <div className="grid gap-4.5 sm:grid-cols-3">
          <TextInput
            {...text('longitude')}
            ref={longitude}
            onChange={readPoint}
            label={t('longitude')}
            optional
            inputMode="decimal"
          />
          <TextInput
            {...text('latitude')}
            ref={latitude}
            onChange={readPoint}
            label={t('latitude')}
            optional
            inputMode="decimal"
          />
          <SelectField
            {...text('precision')}
            ref={precision}
            label={t('precision')}
            optional
            items={pointPrecisions.map((value) => ({ value, label: precisionWord(value) }))}
            empty={t('notSaid')}
          />
        </div>
        {(faultOf('longitude')?.message === 'outsideCountry' || textAt(values, 'keepPoint') === '1') && (
          <Notice tone="warn">
            <Checkbox name="keepPoint" value="1" defaultChecked={textAt(values, 'keepPoint') === '1'}>
              {t('keepPoint')}
            </Checkbox>
          </Notice>
        )}
        <PointMap longitude={point.longitude} latitude={point.latitude} onPointed={onPointed} />
        <Checkbox
          name="coarsened"
          value="1"
          defaultChecked={textAt(values, 'coarsened') === '1'}
          hint={t('coarsenedHint')}
        >
          {t('coarsened')}
        </Checkbox>
        <div className="grid gap-4.5 sm:grid-cols-2">
          <SelectField
            {...text('homeTerritoryId')}
            label={t('homeTerritory')}
            hint={t('homeTerritoryHint')}
            optional
            items={choices.territories}
            empty={t('fromPoint')}
          />
          <TextInput {...text('lau')} label={t('lau')} hint={t('lauHint')} optional autoComplete="off" />
        </div>
      </MoreFields>
    </FormPart>
  )
}

const write = (control: RefObject<HTMLInputElement | HTMLSelectElement | null>, text: string) => {
  if (control.current !== null) control.current.value = text
}
