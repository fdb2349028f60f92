'use client'

import { useTranslations } from 'next-intl'
import { groupAt, textAt, textsAt } from '@/core/form-values'
import { practiceTexts } from '@/modules/practices/practice-limit.schema'
import { sendPracticeForm } from '@/modules/practices/practice.actions'
import { isPartOf, progressOf, RecordForm } from '@/ui/form/record-form.client'
import { RecordPart } from '@/ui/form/record-part.client'
import type { Progress } from '@/ui/form/send-card.client'
import { useOriginalLanguage } from '@/ui/form/use-original-language.client'
import { type OpenedRecord, useTypedRecord } from '@/ui/form/use-record-form.client'
import { IdentityPart } from './identity-part.client'
import type { PracticeChoices } from './practice-choices'
import { usePracticeFields } from './practice-record-fields'
import { StoryPart } from './story-part.client'
import { WherePart } from './where-part.client'

/** A good practice in the structure of the programme's form. Only a title is needed to keep a draft. */
export function PracticeForm({ opened, choices, intents, children }: OpenedRecord<PracticeChoices>) {
  const t = useTranslations('practiceForm')
  const ofRecord = useTranslations('form.record')
  const { frame, state, typed } = useTypedRecord(sendPracticeForm, 'practice-form', 'practice', opened)
  const conflicts = usePracticeFields(choices)
  const { language, onLanguage } = useOriginalLanguage(typed, choices.language)

  const labelOf = (field: string): string => {
    const searches: Record<string, string> = {
      addSector: t('sectors'),
      addActor: t('actors'),
      addRelation: t('relations'),
      territoryId: ofRecord('curator'),
    }
    return searches[field] ?? conflicts.find(({ names }) => names.some((name) => isPartOf(field, name)))?.label ?? field
  }
  const stateOf = progressOf(state)
  const isSaid = (name: string) => Object.keys(groupAt(typed, `${name}.texts`)).length > 0
  const needed = (['title', 'summary', 'detail'] as const).map((name): Progress => ({
    label: t(name),
    state: stateOf(isSaid(name), name),
  }))
  const rest = practiceTexts.filter((name) => !['title', 'summary', 'detail', 'furtherInformation'].includes(name))
  const progress: Progress[] = [
    ...needed,
    { label: t('themes'), state: stateOf(textsAt(typed, 'themes').length > 0, 'themes') },
    {
      label: t('progress.where'),
      state: stateOf(
        textAt(typed, 'country') !== '' && textAt(typed, 'inCharge') !== '',
        'country',
        'place',
        'region',
        'inCharge',
      ),
    },
    ...rest.map((name): Progress => ({ label: t(name), state: stateOf(isSaid(name), name), optional: true })),
  ]
  return (
    <RecordForm
      frame={frame}
      conflicts={conflicts}
      labelOf={labelOf}
      intents={intents}
      note={t('draftNote')}
      progress={progress}
      parts={
        <>
          <IdentityPart {...{ choices, language, onLanguage }} />
          <WherePart choices={choices} />
          <StoryPart choices={choices} language={language} />
          <RecordPart curators={choices.curators} />
        </>
      }
    >
      {children}
    </RecordForm>
  )
}
