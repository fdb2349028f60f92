'use client'

import { useTranslations } from 'next-intl'
import { groupAt, rowsAt, textAt } from '@/core/form-values'
import { relationType } from '@/modules/taxonomy/taxonomy.schema'
import type { ConflictField } from '@/ui/form/conflict-choice.client'
import { shownText } from '@/ui/form/shown-text'
import { shownValue } from '@/ui/form/shown-value'
import type { RelationChoices } from './relation-choices'

/** The parts of a relation that two versions may differ in, in the order of the form. */
export function useRelationConflictFields(choices: RelationChoices): ConflictField[] {
  const t = useTranslations('relationForm')
  const record = useTranslations('form.record')
  const typeWord = useTranslations('taxonomy.type')
  const words = new Map([...choices.languages, ...choices.sectors].map(({ value, label }) => [value, label]))
  const plain = (name: string, label: string): ConflictField => ({
    names: [name],
    label,
    show: (values) => shownValue(values[name], (code) => words.get(code) ?? code),
  })
  const texts = (name: string, label: string): ConflictField => ({
    names: [name],
    label,
    read: (values) => groupAt(values, `${name}.texts`),
    show: (values) => shownText(groupAt(values, `${name}.texts`)),
  })
  return [
    {
      names: ['type'],
      label: t('type'),
      show: (values) => {
        const type = relationType.safeParse(values.type)
        return type.success ? typeWord(type.data) : ''
      },
    },
    {
      names: ['parties'],
      label: t('parties'),
      // Names and countries are shown beside the ids and may be worded otherwise.
      read: (values) => rowsAt(values, 'parties').map(({ label: _label, note: _note, kind: _kind, ...row }) => row),
      show: (values) =>
        rowsAt(values, 'parties')
          .map((row) => textAt(row, 'label') || textAt(row, 'new.name'))
          .join('\n'),
    },
    plain('originalLanguage', t('originalLanguage')),
    plain('started', t('started')),
    plain('renewed', t('renewed')),
    plain('ended', t('ended')),
    plain('state', t('state')),
    plain('direction', t('direction')),
    {
      names: ['holder', 'holderOther', 'holderOtherText', 'holderOtherFor'],
      label: t('holder'),
      show: (values) =>
        textAt(values, 'holderOtherText') ||
        rowsAt(values, 'parties')
          .filter((row) => [textAt(row, 'actorId'), textAt(row, 'new.id')].includes(textAt(values, 'holder')))
          .map((row) => textAt(row, 'label') || textAt(row, 'new.name'))
          .join(),
    },
    plain('usableByFirms', t('usable')),
    plain('offer', t('offer')),
    plain('evidence', t('evidence')),
    texts('title', t('title')),
    texts('description', t('description')),
    plain('sectors', t('sectors')),
    plain('themes', t('themes')),
    plain('sdgs', t('sdgs')),
    plain('programme', t('programme')),
    plain('call', t('call')),
    plain('projectAcronym', t('acronym')),
    plain('projectNumber', t('number')),
    plain('legalBasis', t('legalBasis')),
    plain('eventsPerYear', t('events')),
    plain('people', t('people')),
    plain('amount', t('amount')),
    plain('visibility', record('visibility')),
    plain('source', record('source')),
    plain('internalNotes', record('notes')),
    plain('fictitious', record('fictitious')),
  ]
}
