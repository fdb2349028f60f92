'use client'

import { useTranslations } from 'next-intl'
import { removeReviewerHere } from '@/modules/rounds/round.actions'
import { ReasonForm } from '@/ui/form/reason-form.client'

/** Takes somebody out of an open round. */
export function RemoveReviewer({ roundId, reviewer }: { roundId: string; reviewer: { id: string; name: string } }) {
  const t = useTranslations('roundForm.deeds')
  return (
    <ReasonForm
      action={removeReviewerHere}
      about={reviewer}
      trigger={t('remove')}
      label={t('reason')}
      hint={t('removeHint')}
      send={t('removeSubmit')}
    >
      <input type="hidden" name="id" value={roundId} />
      <input type="hidden" name="reviewerId" value={reviewer.id} />
    </ReasonForm>
  )
}
