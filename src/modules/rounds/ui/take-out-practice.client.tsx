'use client'

import { useTranslations } from 'next-intl'
import { takeOutHere } from '@/modules/rounds/round.actions'
import { ReasonForm } from '@/ui/form/reason-form.client'

/** Takes a practice out of an open round. */
export function TakeOutPractice({ roundId, practice }: { roundId: string; practice: { id: string; name: string } }) {
  const t = useTranslations('roundForm.deeds')
  return (
    <ReasonForm
      action={takeOutHere}
      about={practice}
      trigger={t('takeOut')}
      label={t('reason')}
      hint={t('takeOutHint')}
      send={t('takeOutSubmit')}
      isFinal
    >
      <input type="hidden" name="id" value={roundId} />
      <input type="hidden" name="practiceId" value={practice.id} />
    </ReasonForm>
  )
}
