'use client'

import { BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { annulRoundHere, closeRoundHere, extendRoundHere, remindHere } from '@/modules/rounds/round.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { DeedForm } from '@/ui/form/deed-form.client'
import { MoreFields } from '@/ui/form/more-fields'
import { ReasonForm } from '@/ui/form/reason-form.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'
import { TextInput } from '@/ui/text-input'

type Round = {
  id: string
  version: number
  title: string
  isOpen: boolean
  /** Last day, `'2026-12-10'`. */
  closesOn: string
  /** In words. */
  timeZone: string
  /** Reviews that did not arrive yet. */
  open: number
}

/** What whoever keeps a round does with it: remind, extend, close early, annul. */
export function RoundDeeds({ round }: { round: Round }) {
  const t = useTranslations('roundForm.deeds')
  const { id, version, title, isOpen, open } = round
  return (
    <div className="flex max-w-[34rem] flex-col gap-3">
      {isOpen && open > 0 && (
        <DeedForm action={remindHere} values={{ id }} submit={t('remind')} icon={<BellRing aria-hidden />}>
          <p className="text-sm text-ink-2">{t('remindBody', { count: open })}</p>
        </DeedForm>
      )}
      {isOpen && (
        <>
          <ExtendForm round={round} />
          <MoreFields label={t('close')} open={false}>
            <DeedForm action={closeRoundHere} values={{ id, version }} submit={t('closeSubmit')} look="destructive">
              <p className="text-sm text-ink-2">{t('closeBody', { count: open })}</p>
            </DeedForm>
          </MoreFields>
        </>
      )}
      <ReasonForm
        action={annulRoundHere}
        about={{ id, name: title }}
        trigger={t('annul')}
        label={t('reason')}
        hint={t('annulHint')}
        send={t('annulSubmit')}
        isFinal
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
      </ReasonForm>
    </div>
  )
}

function ExtendForm({ round: { id, version, closesOn, timeZone } }: { round: Round }) {
  const t = useTranslations('roundForm')
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(extendRoundHere, 'extend-form')
  const fault = state.refusal ?? state.problems.find(({ field }) => field !== 'closesOn')
  return (
    <MoreFields label={t('deeds.extend')} open={state.turn !== 0}>
      <form key={state.turn} id="extend-form" action={action} noValidate className="flex flex-col gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <TextInput
          name="closesOn"
          label={t('closesOn')}
          hint={t('deeds.extendHint', { timeZone })}
          type="date"
          defaultValue={state.turn === 0 ? closesOn : textAt(state.values, 'closesOn')}
          error={state.problems.find(({ field }) => field === 'closesOn')}
        />
        {fault && (
          <Notice tone="bad" role="alert">
            {fieldText(errors, fault)}
          </Notice>
        )}
        <div>
          <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
            {t('deeds.extendSubmit')}
          </Button>
        </div>
      </form>
    </MoreFields>
  )
}
