'use client'

import { useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { sendSettings } from '@/modules/administration/settings.actions'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { TextArea } from '@/ui/text-area'
import { TextInput } from '@/ui/text-input'

/** A number of the settings: its name in the form, its words, what it may be. */
type NumberField = { name: string; label: string; hint: string }
export type NumberGroup = { id: string; title: string; lead: string; numbers: readonly NumberField[] }

/** What an administrator decides for the whole site. */
export function SettingsForm({ initial, groups }: { initial: FormFields; groups: readonly NumberGroup[] }) {
  const t = useTranslations('admin.settings')
  const [state, action, isPending] = useFormAction(sendSettings)
  const values = state.turn === 0 ? initial : state.values
  const labels = new Map([
    ['legalNotice', t('legalNotice')],
    ['contact', t('contact')],
    ...groups.flatMap(({ numbers }) => numbers.map(({ name, label }): [string, string] => [name, label])),
  ])
  const lines = useFaultLines(state, ({ field }) => labels.get(field) ?? null)
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  return (
    <form key={state.turn} action={action} noValidate className="flex max-w-[40rem] flex-col gap-8">
      <ErrorSummary lines={lines} turn={state.turn} />
      <section aria-labelledby="site" className="flex flex-col gap-5">
        <h2 id="site" className="text-lg font-semibold">
          {t('site')}
        </h2>
        <TextArea
          name="legalNotice"
          label={t('legalNotice')}
          hint={t('legalNoticeHint')}
          max={2000}
          rows={4}
          optional
          defaultValue={textAt(values, 'legalNotice')}
          error={errorOf('legalNotice')}
        />
        <TextInput
          name="contact"
          label={t('contact')}
          hint={t('contactHint')}
          optional
          spellCheck={false}
          defaultValue={textAt(values, 'contact')}
          error={errorOf('contact')}
        />
      </section>
      {groups.map(({ id, title, lead, numbers }) => (
        <section key={id} aria-labelledby={id} className="flex flex-col gap-5">
          <div>
            <h2 id={id} className="text-lg font-semibold">
              {title}
            </h2>
            <p className="mt-0.5 text-sm text-ink-2">{lead}</p>
          </div>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            {numbers.map(({ name, label, hint }) => (
              <TextInput
                key={name}
                name={name}
                label={label}
                hint={hint}
                inputMode="numeric"
                autoComplete="off"
                defaultValue={textAt(values, name)}
                error={errorOf(name)}
              />
            ))}
          </div>
          {id === 'care' && (
            <Checkbox
              name="care.automatic"
              defaultChecked={textAt(values, 'care.automatic') === 'on'}
              hint={t('automaticHint')}
            >
              {t('automatic')}
            </Checkbox>
          )}
        </section>
      ))}
      <div>
        <Button look="primary" type="submit" busy={isPending} busyLabel={t('busy')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
