'use client'

import { useTranslations } from 'next-intl'
import { removePersonHere } from '@/modules/persons/person.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { MoreFields } from '@/ui/form/more-fields'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** Takes an entry out, after a second press: a native disclosure, so that it also works without script. */
export function RemovePerson({ actorId, id, version }: { actorId: string; id: string; version: number }) {
  const t = useTranslations('persons.remove')
  const ui = useTranslations('ui')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(removePersonHere)
  return (
    <div className="mt-10 max-w-[34rem]">
      <MoreFields label={t('title')} open={state.turn > 0}>
        <form action={action} className="flex flex-col items-start gap-3">
          <p className="text-sm text-ink-2">{t('body')}</p>
          <input type="hidden" name="actorId" value={actorId} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          {state.refusal !== null && (
            <Notice tone="bad" role="alert">
              {fieldText(errors, state.refusal)}
            </Notice>
          )}
          <Button type="submit" look="destructive" busy={isPending} busyLabel={ui('sending')}>
            {t('submit')}
          </Button>
        </form>
      </MoreFields>
    </div>
  )
}
