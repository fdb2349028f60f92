'use client'

import { useTranslations } from 'next-intl'
import { groupAt, textAt, textsAt } from '@/core/form-values'
import { sendActorForm } from '@/modules/actors/actor.actions'
import { LikeThis } from '@/ui/form/like-this'
import { RecordPart } from '@/ui/form/record-part.client'
import { isPartOf, progressOf, RecordForm } from '@/ui/form/record-form.client'
import type { Progress } from '@/ui/form/send-card.client'
import { useOriginalLanguage } from '@/ui/form/use-original-language.client'
import { type OpenedRecord, useTypedRecord } from '@/ui/form/use-record-form.client'
import type { ActorChoices } from './actor-choices'
import { useActorFields } from './actor-record-fields'
import { NamesPart } from './names-part.client'
import { PlacePart } from './place-part.client'
import { RegisterPart } from './register-part.client'
import { useTwins } from './use-twins.client'
import { WorkPart } from './work-part.client'

/** Everything an editor says of an actor. Works without script but for what asks the register while typing. */
export function ActorForm({ opened, choices, intents, children }: OpenedRecord<ActorChoices>) {
  const t = useTranslations('actorForm')
  const ofRecord = useTranslations('form.record')
  const { frame, state, typed } = useTypedRecord(sendActorForm, 'actor-form', 'actor', opened)
  const conflicts = useActorFields(choices)
  const twins = useTwins({ name: textAt(typed, 'name'), country: textAt(typed, 'country'), id: opened.id })
  const { language, onLanguage } = useOriginalLanguage(typed, choices.language)

  const labelOf = (field: string): string => {
    const searches: Record<string, string> = {
      addSector: t('sectors'),
      addLanguage: t('languagesSpoken'),
      addCountry: t('targetCountries'),
      territoryId: ofRecord('curator'),
      longitude: t('longitude'),
      latitude: t('latitude'),
      precision: t('precision'),
    }
    return searches[field] ?? conflicts.find(({ names }) => names.some((name) => isPartOf(field, name)))?.label ?? field
  }
  const stateOf = progressOf(state)
  const isSaid = (...names: string[]) => names.some((name) => typed[name] !== undefined)
  const progress: Progress[] = [
    {
      label: t('progress.what'),
      state: stateOf(textAt(typed, 'kind') !== '' && textAt(typed, 'name') !== '', 'kind', 'name', 'names'),
    },
    {
      label: t('progress.where'),
      state: stateOf(
        textAt(typed, 'country') !== '' && isSaid('place', 'longitude'),
        ...['place', 'country', 'longitude', 'latitude', 'precision', 'city', 'address'],
      ),
    },
    {
      label: t('description'),
      state: stateOf(Object.keys(groupAt(typed, 'description.texts')).length > 0, 'description'),
      optional: true,
    },
    {
      label: t('sectors'),
      state: stateOf(textsAt(typed, 'sectors').length > 0, 'sectors', 'addSector'),
      optional: true,
    },
    { label: t('identifiers'), state: stateOf(isSaid('identifiers'), 'identifiers'), optional: true },
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
          <NamesPart {...{ choices, language, onLanguage }} />
          <PlacePart choices={choices} />
          <WorkPart choices={choices} language={language} />
          <RegisterPart />
          <RecordPart curators={choices.curators} />
        </>
      }
      beside={
        <LikeThis
          question={t('isItThisOne')}
          found={twins.map((twin) => ({ href: `/actors/${twin.slug}`, label: twin.name, note: twin.where }))}
        />
      }
    >
      {children}
    </RecordForm>
  )
}
