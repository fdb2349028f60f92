'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { languageInSentence } from '@/core/language'
import { sendGroup, sendNewGroup } from '@/modules/groups/group.actions'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { ErrorSummary } from '@/ui/error-summary.client'
import { useFaultLines } from '@/ui/form/use-fault-lines.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { LinkButton } from '@/ui/link-button'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

type Props = {
  initial: FormFields
  /** The five of the interface. */
  languages: readonly SelectChoice[]
  back: string
} & ({ at: { id: string; version: number } } | { territories: readonly SelectChoice[] })

/** A group's name in up to five languages, and whether the territory's page tells of it. */
export function GroupForm({ initial, languages, back, ...to }: Props) {
  const t = useTranslations('groups.form')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const isNew = 'territories' in to
  const [state, action, isPending] = useFormAction(isNew ? sendNewGroup : sendGroup, 'group-form')
  const values = state.turn === 0 ? initial : state.values
  const errorOf = (name: string) => state.problems.find(({ field }) => field === name)
  const labels = new Map([
    ['territoryId', t('territory')],
    ['original', t('original')],
    ...languages.map(({ value, label }): [string, string] => [
      `name.${value}`,
      t('nameIn', { language: languageInSentence(label, locale) }),
    ]),
  ])
  const lines = useFaultLines(state, ({ field }) => labels.get(field) ?? null)
  const original = textAt(values, 'original')
  return (
    <form key={state.turn} id="group-form" action={action} noValidate className="flex max-w-[34rem] flex-col gap-4.5">
      <ErrorSummary lines={lines} turn={state.turn} />
      {isNew ? (
        <SelectField
          name="territoryId"
          label={t('territory')}
          items={to.territories}
          {...(to.territories.length > 1 && { empty: t('choose') })}
          defaultValue={textAt(values, 'territoryId')}
          error={errorOf('territoryId')}
          turn={state.turn}
        />
      ) : (
        <>
          <input type="hidden" name="id" value={to.at.id} />
          <input type="hidden" name="version" value={to.at.version} />
        </>
      )}
      <SelectField
        name="original"
        label={t('original')}
        hint={t('originalHint')}
        items={languages}
        defaultValue={original}
        error={errorOf('original')}
        turn={state.turn}
      />
      {languages.map(({ value, label }) => (
        <TextInput
          key={value}
          name={`name.${value}`}
          label={t('nameIn', { language: languageInSentence(label, locale) })}
          lang={value}
          optional={value !== original}
          defaultValue={textAt(values, `name.${value}`)}
          error={errorOf(`name.${value}`)}
          autoComplete="off"
        />
      ))}
      <Checkbox name="isShown" value="on" defaultChecked={textAt(values, 'isShown') === 'on'} hint={t('isShownHint')}>
        {t('isShown')}
      </Checkbox>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={isPending} busyLabel={ui('sending')}>
          {isNew ? t('create') : t('save')}
        </Button>
        <LinkButton href={back} look="quiet">
          {ui('cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
