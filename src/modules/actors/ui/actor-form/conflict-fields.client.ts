'use client'

import { useTranslations } from 'next-intl'
import { groupAt, textAt } from '@/core/form-values'
import { actorKind } from '@/modules/taxonomy/taxonomy.schema'
import type { ConflictField } from '@/ui/form/conflict-choice.client'
import { shownText } from '@/ui/form/shown-text'
import { shownValue } from '@/ui/form/shown-value'
import type { SelectChoice } from '@/ui/select-options'
import type { ActorChoices } from './actor-choices'

/** The parts of an actor that two versions may differ in, in the order of the form. */
export function useActorConflictFields(choices: ActorChoices): ConflictField[] {
  const t = useTranslations('actorForm')
  const record = useTranslations('form.record')
  const kind = useTranslations('taxonomy.kind')
  const countries: SelectChoice[] = choices.countries.flatMap((item) => ('group' in item ? item.choices : [item]))
  const words = new Map(
    [...countries, ...choices.languages, ...choices.territories, ...choices.sectors].map(({ value, label }) => [
      value,
      label,
    ]),
  )
  const wordOf = (code: string) => {
    const known = actorKind.safeParse(code)
    return known.success ? kind(known.data) : (words.get(code) ?? code)
  }
  const plain = (name: string, label: string): ConflictField => ({
    names: [name],
    label,
    show: (values) => shownValue(values[name], wordOf),
  })
  const combo = (name: string, label: string): ConflictField => ({
    names: [name, `${name}Text`, `${name}For`],
    label,
    show: (values) => textAt(values, `${name}Text`),
  })
  const texts = (name: string, label: string): ConflictField => ({
    names: [name],
    label,
    read: (values) => groupAt(values, `${name}.texts`),
    show: (values) => shownText(groupAt(values, `${name}.texts`)),
  })
  return [
    plain('kind', t('kind')),
    plain('name', t('name')),
    plain('originalLanguage', t('originalLanguage')),
    plain('names', t('otherNames')),
    texts('description', t('description')),
    combo('place', t('place')),
    plain('address', t('address')),
    plain('postalCode', t('postalCode')),
    plain('city', t('city')),
    plain('country', t('country')),
    {
      names: ['longitude', 'latitude', 'precision', 'geocodedFrom'],
      label: t('pointMore'),
      show: (values) => shownValue([textAt(values, 'longitude'), textAt(values, 'latitude')]),
    },
    plain('coarsened', t('coarsened')),
    plain('homeTerritoryId', t('homeTerritory')),
    plain('lau', t('lau')),
    plain('sectors', t('sectors')),
    plain('iscedFields', t('isced')),
    plain('tags', t('tags')),
    plain('size', t('size')),
    plain('employeesBand', t('employees')),
    plain('founded', t('founded')),
    plain('languagesSpoken', t('languagesSpoken')),
    plain('targetCountries', t('targetCountries')),
    texts('offers', t('offers')),
    texts('seeks', t('seeks')),
    plain('website', t('website')),
    plain('email', t('email')),
    plain('phone', t('phone')),
    plain('identifiers', t('identifiers')),
    combo('parent', t('parent')),
    plain('legalStatus', t('legalStatus')),
    plain('legalStatusSince', t('legalStatusSince')),
    combo('successor', t('successor')),
    plain('visibility', record('visibility')),
    plain('source', record('source')),
    plain('internalNotes', record('notes')),
    plain('fictitious', record('fictitious')),
  ]
}
