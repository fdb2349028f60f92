import { useFormatter, useTranslations } from 'next-intl'
import { ChipForm } from './chip-form'
import { ChipFrame } from './chip-frame'
import { RadioRow } from './radio-row'

/** `count`: the rows the list has once it is chosen. */
type FilterChoice = { value: string; label: string; count?: number }

/** A filter of one answer out of a few that are known at once. */
export function ChipFilter({
  label,
  name,
  choices,
  selected,
  action,
  keep,
  clearHref,
}: {
  label: string
  /** Key in the URL. */
  name: string
  choices: readonly FilterChoice[]
  /** What the address says. */
  selected: string | null
  /** Address the form leads to, with the language: `/en/actors`. */
  action: string
  /** Every other parameter of the page except `after`, so that none is lost. */
  keep: readonly (readonly [string, string])[]
  /** Address without this filter, without the language. */
  clearHref: string
}) {
  const t = useTranslations('ui')
  const format = useFormatter()
  const chosen = choices.find(({ value }) => value === selected)
  return (
    <ChipFrame
      label={label}
      value={chosen?.label ?? null}
      clear={{ href: clearHref, label: t('removeFilter', { name: label }) }}
    >
      <ChipForm action={action} keep={keep} submit={t('show')}>
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {choices.map((choice) => (
            <RadioRow key={choice.value} name={name} value={choice.value} defaultChecked={choice.value === selected}>
              {choice.label}
              {choice.count !== undefined && (
                <span className="text-ink-3 tabular-nums"> {format.number(choice.count)}</span>
              )}
            </RadioRow>
          ))}
        </fieldset>
      </ChipForm>
    </ChipFrame>
  )
}
