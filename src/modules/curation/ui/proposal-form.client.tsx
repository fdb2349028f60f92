'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import { refuseProposal, takeProposal } from '@/modules/curation/proposal.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { ReasonForm } from '@/ui/form/reason-form.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** What a coordinator does with a proposal. `children` are its parts, each with its choice. */
export function ProposalForm({
  about,
  version,
  children,
}: {
  about: { id: string; name: string }
  /** The record as the page shows it. */
  version: number
  children: ReactNode
}) {
  const t = useTranslations('proposals.form')
  const moves = useTranslations('form.moves')
  const errors = useTranslations('errors')
  const [state, send, isPending] = useFormAction(takeProposal)
  const fault = state.refusal ?? state.problems[0]
  return (
    <div className="flex flex-col gap-4">
      <form action={send}>
        <input type="hidden" name="id" value={about.id} />
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="mt-4 flex flex-col items-start gap-3">
          {fault && (
            <Notice tone="bad" role="alert">
              {state.problems.some(({ field }) => field.startsWith('part.'))
                ? t('chooseFirst')
                : fieldText(errors, fault)}
            </Notice>
          )}
          <Button type="submit" look="primary" icon={<Check aria-hidden />} busy={isPending} busyLabel={moves('busy')}>
            {t('accept')}
          </Button>
        </div>
      </form>
      <ReasonForm
        action={refuseProposal}
        about={about}
        trigger={t('decline')}
        label={t('reason')}
        hint={t('reasonHint')}
        send={t('declineNow')}
      >
        <input type="hidden" name="id" value={about.id} />
      </ReasonForm>
    </div>
  )
}
