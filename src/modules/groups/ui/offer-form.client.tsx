'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { offerPracticeHere } from '@/modules/groups/offer.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'

/** Offers a practice to one more group. */
export function OfferForm({ practiceId, groups }: { practiceId: string; groups: readonly SelectChoice[] }) {
  const t = useTranslations('groups.offers')
  const ui = useTranslations('ui')
  const errors = useTranslations('errors')
  const [state, action, isPending] = useFormAction(offerPracticeHere, 'offer-form')
  return (
    <form key={state.turn} id="offer-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-3">
      {state.refusal !== null && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, state.refusal)}
        </Notice>
      )}
      <input type="hidden" name="practiceId" value={practiceId} />
      <SelectField
        name="groupId"
        label={t('group')}
        items={groups}
        empty={t('choose')}
        defaultValue={textAt(state.values, 'groupId')}
        error={state.problems.find(({ field }) => field === 'groupId')}
        turn={state.turn}
      />
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('offer')}
        </Button>
      </div>
    </form>
  )
}
