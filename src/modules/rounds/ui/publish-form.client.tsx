'use client'

import { useTranslations } from 'next-intl'
import { publishResultHere, takeBackResultHere } from '@/modules/rounds/result.actions'
import { Checkbox } from '@/ui/checkbox'
import { DeedForm } from '@/ui/form/deed-form.client'

/** Publishes a result, or publishes it again and takes it back. */
export function PublishForm({
  at,
  hasDecision,
  decisionShown,
  isPublished,
  isReady,
}: {
  at: { roundId: string; practiceId: string; version: number }
  hasDecision: boolean
  decisionShown: boolean
  isPublished: boolean
  /** Nothing is missing. */
  isReady: boolean
}) {
  const t = useTranslations('rounds.result.publish')
  return (
    <div className="flex flex-col gap-4">
      {isReady && (
        <DeedForm
          action={publishResultHere}
          values={at}
          submit={t(isPublished ? 'again' : 'send')}
          look={isPublished ? 'secondary' : 'primary'}
        >
          {hasDecision && (
            <Checkbox name="decisionShown" defaultChecked={decisionShown} hint={t('decisionHint')}>
              {t('decision')}
            </Checkbox>
          )}
        </DeedForm>
      )}
      {isPublished && <DeedForm action={takeBackResultHere} values={at} submit={t('takeBack')} look="destructive" />}
    </div>
  )
}
