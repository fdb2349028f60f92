import { useLocale, useTranslations } from 'next-intl'
import { distanceKm } from '@/core/arc'
import { visibilities } from '@/core/visibility'
import type { FormFields } from '@/core/form-fields'
import { rowsAt, textAt } from '@/core/form-values'
import {
  actorKinds,
  identifierSchemes,
  iscedFields,
  legalStatuses,
  nameKinds,
  sizeClasses,
} from '@/modules/taxonomy/choices.schema'
import { comboField, plainField, type RecordField, textsField, wordsOf } from '@/ui/form/record-field'
import type { SelectChoice } from '@/ui/select-options'
import type { ActorChoices } from './actor-choices'

/** What two versions of an actor may differ in, in words, in the order of the form. */
export function useActorFields({ languages, countries, territories, sectors }: ActorChoices): RecordField[] {
  const t = useTranslations('actorForm')
  const record = useTranslations('form.record')
  const words = useTranslations('taxonomy')
  const diff = useTranslations('ui.diff')
  const locale = useLocale()
  const allCountries: SelectChoice[] = countries.flatMap((item) => ('group' in item ? item.choices : [item]))
  const named = (choices: readonly { value: string; label: string }[]) => ({
    wordOf: (code: string) => choices.find(({ value }) => value === code)?.label ?? code,
  })
  const yes = { wordOf: () => record('yes') }
  const language = named(languages)
  const country = named(allCountries)
  const nameKindOf = wordsOf(nameKinds, (kind) => words(`nameKind.${kind}`))
  const schemeOf = wordsOf(identifierSchemes, (scheme) => words(`identifier.${scheme}`))
  const rows = (name: string, show: (row: FormFields) => string) => (values: FormFields) =>
    rowsAt(values, name).map(show).join('\n')
  return [
    plainField('kind', t('kind'), { wordOf: wordsOf(actorKinds, (kind) => words(`kind.${kind}`)) }),
    plainField('name', t('name'), { part: 'names' }),
    plainField('originalLanguage', t('originalLanguage'), { part: 'names', ...language }),
    plainField('names', t('otherNames'), {
      look: 'list',
      show: rows(
        'names',
        (row) =>
          `${textAt(row, 'value')} (${nameKindOf(textAt(row, 'kind'))}, ${language.wordOf(textAt(row, 'language'))})`,
      ),
    }),
    textsField('description', t('description'), language),
    comboField('place', t('place'), 'placeId'),
    plainField('address', t('address')),
    plainField('postalCode', t('postalCode')),
    plainField('city', t('city')),
    plainField('country', t('country'), country),
    {
      part: 'longitude',
      names: ['longitude', 'latitude', 'precision', 'geocodedFrom'],
      label: t('pointMore'),
      show: (values) =>
        [textAt(values, 'longitude'), textAt(values, 'latitude')].filter((part) => part !== '').join(', '),
      note: (before, after) => {
        const [from, to] = [pointIn(before), pointIn(after)]
        return from && to && diff('moved', { distance: distanceText(locale, distanceKm(from, to)) })
      },
    },
    plainField('coarsened', t('coarsened'), yes),
    plainField('homeTerritoryId', t('homeTerritory'), named(territories)),
    plainField('lau', t('lau')),
    plainField('sectors', t('sectors'), { look: 'list', ...named(sectors) }),
    plainField('iscedFields', t('isced'), {
      look: 'list',
      wordOf: wordsOf(iscedFields, (code) => words(`isced.${code}`)),
    }),
    plainField('tags', t('tags'), {
      look: 'list',
      show: (values) => textAt(values, 'tags').replaceAll(', ', '\n'),
    }),
    plainField('size', t('size'), { wordOf: wordsOf(sizeClasses, (size) => words(`size.${size}`)) }),
    plainField('employeesBand', t('employees')),
    plainField('founded', t('founded')),
    plainField('languagesSpoken', t('languagesSpoken'), { look: 'list', ...language }),
    plainField('targetCountries', t('targetCountries'), { look: 'list', ...country }),
    textsField('offers', t('offers'), language),
    textsField('seeks', t('seeks'), language),
    plainField('website', t('website')),
    plainField('email', t('email')),
    plainField('phone', t('phone')),
    plainField('identifiers', t('identifiers'), {
      look: 'list',
      show: rows('identifiers', (row) => `${schemeOf(textAt(row, 'scheme'))}: ${textAt(row, 'value')}`),
    }),
    comboField('parent', t('parent'), 'parentId'),
    plainField('legalStatus', t('legalStatus'), {
      wordOf: wordsOf(legalStatuses, (status) => words(`legalStatus.${status}`)),
    }),
    plainField('legalStatusSince', t('legalStatusSince'), { part: 'legalStatus' }),
    comboField('successor', t('successor'), 'legalStatus'),
    plainField('visibility', record('visibility'), {
      wordOf: wordsOf(visibilities, (code) => words(`visibility.${code}`)),
    }),
    plainField('source', record('source')),
    plainField('internalNotes', record('notes'), { look: 'text' }),
    plainField('fictitious', record('fictitious'), yes),
  ]
}

function pointIn(values: FormFields): [number, number] | null {
  const [longitude, latitude] = [textAt(values, 'longitude'), textAt(values, 'latitude')]
  return longitude === '' || latitude === '' ? null : [Number(longitude), Number(latitude)]
}

/** Short ways in metres, longer ones in kilometres. */
function distanceText(locale: string, kilometres: number): string {
  const [unit, value] = kilometres < 1 ? (['meter', kilometres * 1000] as const) : (['kilometer', kilometres] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 3 }).format(value)
}
