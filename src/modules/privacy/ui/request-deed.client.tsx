'use client'

import { useTranslations } from 'next-intl'
import { eraseForRequestHere, objectForRequestHere } from '@/modules/privacy/data-request.actions'
import { eraseUserHere } from '@/modules/privacy/user-erasure.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { MoreFields } from '@/ui/form/more-fields'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

const actions = { object: objectForRequestHere, erase: eraseForRequestHere, account: eraseUserHere }

/** One deed on what is held about a sender, behind a disclosure that says what it does. */
export function RequestDeed({ deed, id }: { deed: keyof typeof actions; id: string }) {
  const t = useTranslations(`privacy.deeds.${deed}`)
  const ui = useTranslations('ui')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(actions[deed])
  const fault = state.refusal ?? state.problems[0]
  return (
    <MoreFields label={t('title')} open={state.turn > 0}>
      <form action={action} className="flex max-w-[40rem] flex-col items-start gap-3">
        <input type="hidden" name="id" value={id} />
        <p className="text-sm text-ink-2">{t('body')}</p>
        {fault && (
          <Notice tone="bad" role="alert">
            {fieldText(errors, fault)}
          </Notice>
        )}
        <Button
          type="submit"
          look={deed === 'object' ? 'secondary' : 'destructive'}
          busy={isPending}
          busyLabel={ui('sending')}
        >
          {t('submit')}
        </Button>
      </form>
    </MoreFields>
  )
}
