'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import { groupAt, textAt, textsAt } from '@/core/form-values'
import { sendActorForm } from '@/modules/actors/actor.actions'
import { ErrorSummary } from '@/ui/error-summary.client'
import { ConflictChoice } from '@/ui/form/conflict-choice.client'
import { FormContext } from '@/ui/form/form-context'
import { LikeThis } from '@/ui/form/like-this'
import { RecordPart } from '@/ui/form/record-part.client'
import { type Intent, type Progress, SendCard } from '@/ui/form/send-card.client'
import { useDraft } from '@/ui/form/use-draft.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { type OpenedForm, useRecordForm } from '@/ui/form/use-record-form.client'
import type { ActorChoices } from './actor-choices'
import { useActorFields } from './actor-record-fields'
import { NamesPart } from './names-part.client'
import { PlacePart } from './place-part.client'
import { RegisterPart } from './register-part.client'
import { useTwins } from './use-twins.client'
import { WorkPart } from './work-part.client'

const formId = 'actor-form'

/** Everything an editor says of an actor. Works without script but for what asks the register while typing. */
export function ActorForm({
  opened,
  choices,
  intents,
  children,
}: {
  opened: OpenedForm
  choices: ActorChoices
  /** What the buttons do, the primary one first. */
  intents: readonly Intent[]
  /** Stands under the card of the buttons: what may be done with the record as it is. */
  children?: React.ReactNode
}) {
  const t = useTranslations('actorForm')
  const ofRecord = useTranslations('form.record')
  const ui = useTranslations('ui')
  const form = useRef<HTMLFormElement>(null)
  const record = useRecordForm(sendActorForm, formId, opened)
  const { values, state } = record
  const [typed, setTyped] = useState<FormFields>(values)
  const draft = useDraft(form, {
    address: `/api/drafts/actor/${opened.id}${record.version === '' ? '' : `?base=${record.version}`}`,
    isPaused: record.isPending,
    onRead: setTyped,
  })
  const conflicts = useActorFields(choices)
  const twins = useTwins({ name: textAt(typed, 'name'), country: textAt(typed, 'country'), id: opened.id })
  const language = textAt(values, 'originalLanguage') || choices.language

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
    return searches[field] ?? conflicts.find(({ names }) => names.some((name) => isPart(field, name)))?.label ?? field
  }
  const lines = useFaultLines(state, ({ field }) => labelOf(field))
  const isWrong = (...names: string[]) => state.problems.some(({ field }) => names.some((name) => isPart(field, name)))
  const stateOf = (isDone: boolean, ...names: string[]) => (isWrong(...names) ? 'wrong' : isDone ? 'done' : 'open')
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
    <div className="flex flex-col gap-8 max-frame:pb-20 frame:grid frame:grid-cols-[minmax(0,45rem)_minmax(17rem,20rem)] frame:justify-between frame:gap-14">
      <div className="min-w-0">
        {record.stale !== null && (
          <ConflictChoice
            key={record.turn}
            fields={conflicts}
            form={formId}
            version={record.stale.version}
            mine={values}
            theirs={record.stale.values}
            onChosen={(picked) => record.choose(picked, record.stale?.version ?? 0)}
          />
        )}
        <div className="mb-6 empty:hidden">
          <ErrorSummary title={ui('errorSummary', { count: lines.length })} lines={lines} turn={state.turn} />
        </div>
        <form ref={form} id={formId} action={record.send} noValidate>
          {/* Enter in a field keeps a draft where there is one; sending on is a button of its own. */}
          <button type="submit" name="intent" value={intents.at(-1)} hidden tabIndex={-1} />
          <input type="hidden" name="id" value={opened.id} />
          <input key={record.version} type="hidden" name="version" defaultValue={record.version} />
          <FormContext value={{ values, problems: state.problems }}>
            <div key={record.turn}>
              <NamesPart choices={choices} language={language} />
              <PlacePart choices={choices} />
              <WorkPart choices={choices} language={language} />
              <RegisterPart />
              <RecordPart curators={choices.curators} />
            </div>
          </FormContext>
        </form>
      </div>
      <aside className="flex flex-col gap-4 self-start frame:sticky frame:top-6">
        <SendCard
          form={formId}
          draft={draft}
          intents={intents}
          note={t('draftNote')}
          isBusy={record.isPending}
          progress={progress}
        >
          <LikeThis
            question={t('isItThisOne')}
            found={twins.map((twin) => ({ href: `/actors/${twin.slug}`, label: twin.name, note: twin.where }))}
          />
        </SendCard>
        {children}
      </aside>
    </div>
  )
}

/** Does a problem's field belong to this name of the form? */
const isPart = (field: string, name: string) => field === name || field.startsWith(`${name}.`)
