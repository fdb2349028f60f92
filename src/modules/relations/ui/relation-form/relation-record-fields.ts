import { useTranslations } from 'next-intl'
import { visibilities } from '@/core/visibility'
import type { FormFields } from '@/core/form-fields'
import { rowsAt, textAt } from '@/core/form-values'
import { sdgs, themes } from '@/modules/taxonomy/choices.schema'
import {
  directions,
  firmUses,
  offers,
  partyRoles,
  relationStates,
  relationTypes,
} from '@/modules/taxonomy/relation-choices.schema'
import { plainField, type RecordField, textsField, wordsOf } from '@/ui/form/record-field'
import type { RelationChoices } from './relation-choices'

const nameOf = (row: FormFields): string => textAt(row, 'label') || textAt(row, 'new.name')

/** What two versions of a relation may differ in, in words, in the order of the form. */
export function useRelationFields({
  languages,
  sectors,
}: Pick<RelationChoices, 'languages' | 'sectors'>): RecordField[] {
  const t = useTranslations('relationForm')
  const record = useTranslations('form.record')
  const words = useTranslations('taxonomy')
  const yes = { wordOf: () => record('yes') }
  const named = new Map([...languages, ...sectors].map(({ value, label }) => [value, label]))
  const choice = { wordOf: (code: string) => named.get(code) ?? code }
  const roleOf = wordsOf(partyRoles, (role) => words(`role.${role}`))
  return [
    plainField('type', t('type'), { wordOf: wordsOf(relationTypes, (type) => words(`type.${type}`)) }),
    plainField('direction', t('direction'), {
      part: 'type',
      wordOf: wordsOf(directions, (code) => words(`direction.${code}`)),
    }),
    plainField('parties', t('parties'), {
      look: 'list',
      // Names and countries are shown beside the ids and may be worded otherwise.
      read: (values) => rowsAt(values, 'parties').map(({ label: _label, note: _note, kind: _kind, ...row }) => row),
      show: (values) =>
        rowsAt(values, 'parties')
          .map((row) => [nameOf(row), roleOf(textAt(row, 'role'))].filter((part) => part !== '').join(', '))
          .join('\n'),
    }),
    plainField('originalLanguage', t('originalLanguage'), choice),
    plainField('started', t('started'), { part: 'state' }),
    plainField('renewed', t('renewed'), { part: 'state' }),
    plainField('ended', t('ended'), { part: 'state' }),
    plainField('state', t('state'), { wordOf: wordsOf(relationStates, (code) => words(`state.${code}`)) }),
    {
      part: 'holderId',
      names: ['holder', 'holderOther', 'holderOtherText', 'holderOtherFor'],
      label: t('holder'),
      read: (values) => (textAt(values, 'holder') === 'other' ? textAt(values, 'holderOther') : values.holder),
      show: (values) =>
        textAt(values, 'holderOtherText') ||
        rowsAt(values, 'parties')
          .filter((row) => [textAt(row, 'actorId'), textAt(row, 'new.id')].includes(textAt(values, 'holder')))
          .map(nameOf)
          .join(),
    },
    plainField('usableByFirms', t('usable'), {
      wordOf: wordsOf(firmUses, (code) => t(`usableChoices.${code}`)),
    }),
    plainField('offer', t('offer'), { look: 'list', wordOf: wordsOf(offers, (code) => words(`offer.${code}`)) }),
    plainField('evidence', t('evidence'), { look: 'list' }),
    textsField('title', t('title'), choice),
    textsField('description', t('description'), choice),
    plainField('sectors', t('sectors'), { look: 'list', ...choice }),
    plainField('themes', t('themes'), { look: 'list', wordOf: wordsOf(themes, (code) => words(`theme.${code}`)) }),
    plainField('sdgs', t('sdgs'), {
      look: 'list',
      wordOf: wordsOf(sdgs.map(String), (code) =>
        sdgs.flatMap((sdg) => (String(sdg) === code ? [words(`sdg.${sdg}`)] : [])).join(),
      ),
    }),
    plainField('programme', t('programme')),
    plainField('call', t('call')),
    plainField('projectAcronym', t('acronym')),
    plainField('projectNumber', t('number')),
    plainField('legalBasis', t('legalBasis')),
    plainField('eventsPerYear', t('events')),
    plainField('people', t('people')),
    plainField('amount', t('amount')),
    plainField('visibility', record('visibility'), {
      wordOf: wordsOf(visibilities, (code) => words(`visibility.${code}`)),
    }),
    plainField('source', record('source')),
    plainField('internalNotes', record('notes'), { look: 'text' }),
    plainField('fictitious', record('fictitious'), yes),
  ]
}
