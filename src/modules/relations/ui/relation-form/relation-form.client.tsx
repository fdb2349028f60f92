'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import { rowsAt, textAt, textsAt } from '@/core/form-values'
import { sendRelationForm } from '@/modules/relations/relation.actions'
import { LikeThis } from '@/ui/form/like-this'
import { RecordPart } from '@/ui/form/record-part.client'
import { progressOf, RecordForm } from '@/ui/form/record-form.client'
import type { Progress } from '@/ui/form/send-card.client'
import { useOriginalLanguage, type WrittenIn } from '@/ui/form/use-original-language.client'
import { type OpenedRecord, useTypedRecord } from '@/ui/form/use-record-form.client'
import { AboutPart } from './about-part.client'
import { useRelationFields } from './relation-record-fields'
import { partyRowsOf } from './party-row'
import type { RelationChoices } from './relation-choices'
import { useTies } from './use-ties.client'
import { WhenPart } from './when-part.client'
import { WhoPart } from './who-part.client'

/** Everything an editor says of a relation. Only the type and the parties are needed to keep a draft. */
export function RelationForm({ opened, choices, intents, children }: OpenedRecord<RelationChoices>) {
  const t = useTranslations('relationForm')
  const born = useTranslations('relationForm.born')
  const typeWord = useTranslations('taxonomy.type')
  const { frame, values, state, typed } = useTypedRecord(sendRelationForm, 'relation-form', 'relation', opened)
  const conflicts = useRelationFields(choices)
  const written = useOriginalLanguage(typed, choices.language)
  const ties = useTies(partyRowsOf(typed), opened.id)

  const labelOf = (field: string): string => {
    const [first = '', position, , part] = field.split('.')
    const searches: Record<string, string> = {
      addParty: t('parties'),
      addSector: t('sectors'),
      holderOther: t('holder'),
    }
    if (first === 'parties' && part !== undefined)
      return `${born('title')}, ${part === 'kind' || part === 'place' || part === 'country' ? born(part) : born('name')}`
    if (first === 'parties') return textAt(values, `parties.${position}.label`) || t('parties')
    return searches[first] ?? conflicts.find(({ names }) => names.includes(first))?.label ?? field
  }
  const stateOf = progressOf(state)
  const isSaid = (name: string) => textAt(typed, name) !== ''
  const progress: Progress[] = [
    {
      label: t('progress.who'),
      state: stateOf(isSaid('type') && rowsAt(typed, 'parties').length > 1, 'type', 'parties', 'addParty'),
    },
    { label: t('progress.when'), state: stateOf(isSaid('started'), 'started', 'renewed', 'ended'), optional: true },
    { label: t('holder'), state: stateOf(isSaid('holder'), 'holder', 'holderOther') },
    { label: t('evidence'), state: stateOf(rowsAt(typed, 'evidence').length > 0, 'evidence'), optional: true },
    {
      label: t('sectors'),
      state: stateOf(textsAt(typed, 'sectors').length > 0, 'sectors', 'addSector'),
      optional: true,
    },
  ]
  return (
    <RecordForm
      frame={frame}
      conflicts={conflicts}
      labelOf={labelOf}
      intents={intents}
      note={t('draftNote')}
      progress={progress}
      parts={<Fields {...{ values, choices }} {...written} />}
      beside={
        <LikeThis
          question={t('isItThisOne')}
          found={ties.map(({ slug, type, name, started }) => ({
            href: `/relations/${slug}`,
            label: `${typeWord(type)}: ${name}`,
            note: started?.slice(0, 4) ?? '',
          }))}
        />
      }
    >
      {children}
    </RecordForm>
  )
}

/** The parts of the form; the parties are also what the holder is chosen from. */
function Fields({ values, choices, ...written }: WrittenIn & { values: FormFields; choices: RelationChoices }) {
  const [rows, setRows] = useState(() => partyRowsOf(values))
  return (
    <>
      <WhoPart rows={rows} onRows={(next) => setRows([...next])} choices={choices} />
      <WhenPart rows={rows} />
      <AboutPart choices={choices} {...written} />
      <RecordPart curators={choices.curators} />
    </>
  )
}
