'use client'

import { useTranslations } from 'next-intl'
import { textsAt } from '@/core/form-values'
import { assignHere } from '@/modules/rounds/round.actions'
import { AssignmentGrid, type GridReviewer, type GridRow, mayBeAsked } from '@/modules/rounds/ui/assignment-grid.client'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { Fieldset } from '@/ui/fieldset'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'

const cellOf = (cells: GridRow['cells'], userId: string) => cells.find(({ reviewerId }) => reviewerId === userId)

/** Asks more members in the middle of a round; what the balance proposes for free places is ticked. */
export function AssignForm({
  id,
  rows,
  reviewers,
  proposed,
  back,
  invite,
}: {
  id: string
  rows: readonly GridRow[]
  reviewers: readonly GridReviewer[]
  proposed: readonly string[]
  back: string
  /** Where a member is invited. */
  invite: string
}) {
  const t = useTranslations('roundForm')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(assignHere, 'assign-form')
  const isAnybodyLeft = rows.some(({ cells }) => reviewers.some(({ userId }) => mayBeAsked(cellOf(cells, userId))))
  const hint = proposed.length > 0 ? t('proposedHint', { count: proposed.length }) : t('moreHint')
  const lines = useFaultLines(state, ({ field }) => (field.split('.')[0] === 'cells' ? t('cells') : null))
  return (
    <form key={state.turn} id="assign-form" action={action} noValidate className="flex flex-col gap-6">
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      <Fieldset
        id="cells"
        label={t('cells')}
        hint={isAnybodyLeft ? hint : t('nobodyLeft')}
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
        {isAnybodyLeft ? (
          <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
            {t('ask')}
          </Button>
        ) : (
          <LinkButton href={invite} look="primary">
            {t('inviteMember')}
          </LinkButton>
        )}
        <LinkButton href={back} look="quiet">
          {ui('cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
