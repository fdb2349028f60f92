'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { sendAttendance } from '@/modules/groups/meeting.actions'
import { attendanceStates } from '@/modules/groups/choices.schema'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { RadioSegment } from '@/ui/radio-segment'
import { SelectField } from '@/ui/select-field'

type Row = { userId: string; name: string; organisation: string | null; state: string; deputyId: string }

/** Who came to a meeting, one row for each who could have; an excused member may have another one speak for them. */
export function AttendanceForm({ id, rows }: { id: string; rows: readonly Row[] }) {
  const t = useTranslations('groups.record')
  const states = useTranslations('groups.attendance')
  const ui = useTranslations('ui')
  const [state, action, isPending] = useFormAction(sendAttendance, 'attendance-form')
  const valueOf = (index: number, name: 'state' | 'deputyId', stored: string) =>
    state.turn === 0 ? stored : textAt(state.values, `rows.${index}.${name}`)
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const lines = useFaultLines(state, ({ field }) => {
    const at = /^rows\.(\d+)\./.exec(field)?.[1]
    return at === undefined ? null : (rows[Number(at)]?.name ?? null)
  })
  return (
    <form
      key={state.turn}
      id="attendance-form"
      action={action}
      noValidate
      className="flex max-w-[45rem] flex-col gap-4"
    >
      <ErrorSummary lines={lines} turn={state.turn} />
      <input type="hidden" name="id" value={id} />
      {rows.map(({ userId, name, organisation, ...stored }, index) => (
        <div key={userId} className="border-b border-rule pb-4">
          <input type="hidden" name={`rows.${index}.userId`} value={userId} />
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
            <RadioSegment
              name={`rows.${index}.state`}
              label={name}
              {...(organisation !== null && { hint: organisation })}
              choices={attendanceStates.map((value) => ({ value, label: states(value) }))}
              defaultValue={valueOf(index, 'state', stored.state)}
              error={errorOf(`rows.${index}.state`)}
              turn={state.turn}
            />
            <div className="min-w-56 flex-1">
              <SelectField
                name={`rows.${index}.deputyId`}
                label={t('deputy', { name })}
                optional
                empty={t('noDeputy')}
                items={rows
                  .filter((other) => other.userId !== userId)
                  .map((other) => ({ value: other.userId, label: other.name }))}
                defaultValue={valueOf(index, 'deputyId', stored.deputyId)}
                error={errorOf(`rows.${index}.deputyId`)}
                turn={state.turn}
              />
            </div>
          </div>
        </div>
      ))}
      <div>
        <Button type="submit" busy={isPending} busyLabel={ui('sending')}>
          {t('saveAttendance')}
        </Button>
      </div>
    </form>
  )
}
