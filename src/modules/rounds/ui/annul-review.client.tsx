'use client'

import { useTranslations } from 'next-intl'
import { annulReviewHere } from '@/modules/rounds/round.actions'
import { ReasonForm } from '@/ui/form/reason-form.client'

/** Annuls one submitted review. `name`: whose, of what. */
export function AnnulReview({ id, name }: { id: string; name: string }) {
  const t = useTranslations('roundForm.deeds')
  return (
    <ReasonForm
      action={annulReviewHere}
      about={{ id, name }}
      trigger={t('annulReview')}
      label={t('reason')}
      hint={t('annulReviewHint')}
      send={t('annulReviewSubmit')}
      isFinal
    >
      <input type="hidden" name="id" value={id} />
    </ReasonForm>
  )
}
