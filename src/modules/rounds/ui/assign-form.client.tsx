'use client'

import { useTranslations } from 'next-intl'
import { textsAt } from '@/core/form-values'
import { assignHere } from '@/modules/rounds/round.actions'
import { AssignmentGrid, type GridReviewer, type GridRow } from '@/modules/rounds/ui/assignment-grid.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Fieldset } from '@/ui/fieldset'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'

/** Asks more members in the middle of a round; what the balance proposes for free places is ticked. */
export function AssignForm({
  id,
  rows,
  reviewers,
  proposed,
  back,
}: {
  id: string
  rows: readonly GridRow[]
  reviewers: readonly GridReviewer[]
  proposed: readonly string[]
  back: string
}) {
  const t = useTranslations('roundForm')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(assignHere, 'assign-form')
  const lines = useFaultLines(state, ({ field }) => (field.split('.')[0] === 'cells' ? t('cells') : null))
  return (
    <form key={state.turn} id="assign-form" action={action} noValidate className="flex flex-col gap-6">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      <Fieldset
        id="cells"
        label={t('cells')}
        hint={proposed.length > 0 ? t('proposedHint', { count: proposed.length }) : t('moreHint')}
        error={state.problems.find(({ field }) => field.split('.')[0] === 'cells')}
      >
        <AssignmentGrid
          id="cells-grid"
          rows={rows}
          reviewers={reviewers}
          chosen={state.turn === 0 ? proposed : textsAt(state.values, 'cells')}
        />
      </Fieldset>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('ask')}
        </Button>
        <LinkButton href={back} look="quiet">
          {ui('cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
