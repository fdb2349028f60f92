'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { textsAt } from '@/core/form-values'
import { takeOver } from '@/modules/curation/succession.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { Fieldset } from '@/ui/fieldset'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** Which relations of a body its successor carries on; none is chosen beforehand. */
export function TakeOver({
  actorId,
  after,
  relations,
}: {
  actorId: string
  after: string
  relations: readonly { id: string; name: string; row: ReactNode }[]
}) {
  const t = useTranslations('succession')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(takeOver)
  const chosen = textsAt(state.values, 'relations')
  const isOfList = (field: string) => field.split('.')[0] === 'relations'
  const fault = state.refusal ?? state.problems.find(({ field }) => !isOfList(field))
  return (
    <form action={send} className="flex max-w-[45rem] flex-col gap-5" key={state.turn}>
      <input type="hidden" name="actorId" value={actorId} />
      {fault && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
      <Fieldset
        id="relations"
        label={t('choose', { after })}
        hint={t('history')}
        error={state.problems.find(({ field }) => isOfList(field))}
      >
        {relations.map(({ id, name, row }) => (
          <div key={id} className="flex items-start gap-3 border-b border-rule py-2.5">
            <input
              id={`relation-${id}`}
              type="checkbox"
              name="relations[]"
              value={id}
              aria-label={name}
              defaultChecked={chosen.includes(id)}
              className="mt-1 size-5 flex-none accent-ink"
            />
            {row}
          </div>
        ))}
      </Fieldset>
      <div>
        <Button type="submit" look="primary" busy={isPending} busyLabel={t('busy')}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
