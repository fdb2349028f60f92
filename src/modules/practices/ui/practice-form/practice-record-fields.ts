import { useTranslations } from 'next-intl'
import { visibilities } from '@/core/visibility'
import type { FormFields } from '@/core/form-fields'
import { rowsAt, textAt } from '@/core/form-values'
import { practiceAxes, practiceScopes } from '@/modules/practices/choices.schema'
import { themes } from '@/modules/taxonomy/choices.schema'
import { comboField, plainField, type RecordField, textsField, wordsOf } from '@/ui/form/record-field'
import type { SelectChoice } from '@/ui/select-options'
import type { PracticeChoices } from './practice-choices'

/** What two versions of a practice may differ in, in words, in the order of the form. */
export function usePracticeFields({
  languages,
  countries,
  sectors,
  themes: listed,
}: Pick<PracticeChoices, 'languages' | 'countries' | 'sectors' | 'themes'>): RecordField[] {
  const t = useTranslations('practiceForm')
  const record = useTranslations('form.record')
  const words = useTranslations('taxonomy')
  const practice = useTranslations('practices')
  const allCountries: SelectChoice[] = countries.flatMap((item) => ('group' in item ? item.choices : [item]))
  const named = new Map(
    [...languages, ...sectors, ...allCountries, ...listed].map(({ value, label }) => [value, label]),
  )
  const choice = { wordOf: (code: string) => named.get(code) ?? code }
  const yes = { wordOf: () => record('yes') }
  // Names are shown beside the ids and may be worded otherwise.
  const linked = (name: string, label: string): RecordField =>
    plainField(name, label, {
      look: 'list',
      read: (values: FormFields) => rowsAt(values, name).map((row) => textAt(row, 'id')),
      show: (values: FormFields) =>
        rowsAt(values, name)
          .map((row) => textAt(row, 'label'))
          .join('\n'),
    })
  return [
    plainField('originalLanguage', t('originalLanguage'), choice),
    textsField('title', t('title'), choice),
    textsField('summary', t('summary'), choice),
    plainField('themes', t('themes'), {
      look: 'list',
      wordOf: (code) => named.get(code) ?? wordsOf(themes, (theme) => words(`theme.${theme}`))(code),
    }),
    plainField('axes', t('axes'), { look: 'list', wordOf: wordsOf(practiceAxes, (axis) => practice(`axis.${axis}`)) }),
    plainField('sectors', t('sectors'), { look: 'list', ...choice }),
    plainField('scope', t('scope'), { wordOf: wordsOf(practiceScopes, (scope) => practice(`scope.${scope}`)) }),
    plainField('country', t('country'), choice),
    comboField('region', t('region'), 'country'),
    comboField('place', t('place'), 'country'),
    comboField('inCharge', t('inCharge'), 'inChargeId'),
    plainField('inChargeIsAuthor', t('inChargeIsAuthor'), { part: 'inChargeId', ...yes }),
    plainField('fromProject', t('fromProject')),
    textsField('detail', t('detail'), choice),
    textsField('resources', t('resources'), choice),
    plainField('started', t('started')),
    plainField('ended', t('ended'), { part: 'started' }),
    plainField('ongoing', t('ongoing'), { part: 'started', ...yes }),
    textsField('evidenceOfSuccess', t('evidenceOfSuccess'), choice),
    textsField('challenges', t('challenges'), choice),
    textsField('potential', t('potential'), choice),
    textsField('furtherInformation', t('furtherInformation'), choice),
    plainField('links', t('links'), { look: 'list' }),
    plainField('keywords', t('keywords')),
    linked('actors', t('actors')),
    linked('relations', t('relations')),
    plainField('visibility', record('visibility'), {
      wordOf: wordsOf(visibilities, (code) => words(`visibility.${code}`)),
    }),
    plainField('source', record('source')),
    plainField('internalNotes', record('notes'), { look: 'text' }),
    plainField('fictitious', record('fictitious'), yes),
  ]
}
