'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import { rowsAt, textAt, textsAt } from '@/core/form-values'
import { sendRelationForm } from '@/modules/relations/relation.actions'
import { ErrorSummary } from '@/ui/error-summary.client'
import { ConflictChoice } from '@/ui/form/conflict-choice.client'
import { FormContext } from '@/ui/form/form-context'
import { LikeThis } from '@/ui/form/like-this'
import { RecordPart } from '@/ui/form/record-part.client'
import { type Intent, type Progress, SendCard } from '@/ui/form/send-card.client'
import { useDraft } from '@/ui/form/use-draft.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { type OpenedForm, useRecordForm } from '@/ui/form/use-record-form.client'
import { AboutPart } from './about-part.client'
import { useRelationFields } from './relation-record-fields'
import { partyRowsOf } from './party-row'
import type { RelationChoices } from './relation-choices'
import { useTies } from './use-ties.client'
import { WhenPart } from './when-part.client'
import { WhoPart } from './who-part.client'

const formId = 'relation-form'

/** Everything an editor says of a relation. Only the type and the parties are needed to keep a draft. */
export function RelationForm({
  opened,
  choices,
  intents,
  children,
}: {
  opened: OpenedForm
  choices: RelationChoices
  /** What the buttons do, the primary one first. */
  intents: readonly Intent[]
  /** Stands under the card of the buttons: what may be done with the record as it is. */
  children?: React.ReactNode
}) {
  const t = useTranslations('relationForm')
  const born = useTranslations('relationForm.born')
  const ui = useTranslations('ui')
  const typeWord = useTranslations('taxonomy.type')
  const form = useRef<HTMLFormElement>(null)
  const record = useRecordForm(sendRelationForm, formId, opened)
  const { values, state } = record
  const [typed, setTyped] = useState<FormFields>(values)
  const draft = useDraft(form, {
    address: `/api/drafts/relation/${opened.id}${record.version === '' ? '' : `?base=${record.version}`}`,
    isPaused: record.isPending,
    onRead: setTyped,
  })
  const conflicts = useRelationFields(choices)
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
  const lines = useFaultLines(state, ({ field }) => labelOf(field))
  const isWrong = (...names: string[]) => state.problems.some(({ field }) => names.includes(field.split('.')[0] ?? ''))
  const stateOf = (isDone: boolean, ...names: string[]) => (isWrong(...names) ? 'wrong' : isDone ? 'done' : 'open')
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
            <Fields key={record.turn} values={values} choices={choices} />
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
            found={ties.map(({ slug, type, name, started }) => ({
              href: `/relations/${slug}`,
              label: `${typeWord(type)}: ${name}`,
              note: started?.slice(0, 4) ?? '',
            }))}
          />
        </SendCard>
        {children}
      </aside>
    </div>
  )
}

/** The parts of the form; the parties are also what the holder is chosen from. */
function Fields({ values, choices }: { values: FormFields; choices: RelationChoices }) {
  const language = textAt(values, 'originalLanguage') || choices.language
  const [rows, setRows] = useState(() => partyRowsOf(values))
  return (
    <>
      <WhoPart rows={rows} onRows={(next) => setRows([...next])} choices={choices} />
      <WhenPart rows={rows} />
      <AboutPart choices={choices} language={language} />
      <RecordPart curators={choices.curators} />
    </>
  )
}
