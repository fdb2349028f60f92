'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { contestRelation } from '@/modules/curation/contest.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import { TextArea } from '@/ui/text-area'

/** Why a relation is not so, said in the name of the territory at its other end. */
export function ContestForm({
  relationId,
  territories,
}: {
  relationId: string
  territories: readonly { id: string; name: string }[]
}) {
  const t = useTranslations('contest')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(contestRelation)
  const [only] = territories
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  return (
    <form action={send} className="flex max-w-[45rem] flex-col gap-5" noValidate>
      <input type="hidden" name="relationId" value={relationId} />
      {state.refusal && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      {territories.length === 1 ? (
        <input type="hidden" name="territoryId" value={only?.id} />
      ) : (
        <SelectField
          name="territoryId"
          label={t('form.territory')}
          items={territories.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={textAt(state.values, 'territoryId') || only?.id}
          turn={state.turn}
          error={errorOf('territoryId')}
        />
      )}
      <TextArea
        key={state.turn}
        name="reason"
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        rows={5}
        max={2000}
        defaultValue={textAt(state.values, 'reason')}
        error={errorOf('reason')}
      />
      <div>
        <Button type="submit" look="primary" busy={isPending} busyLabel={t('busy')}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  )
}
