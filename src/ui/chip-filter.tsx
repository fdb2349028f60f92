import { ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { Button } from './button'
import { Checkbox } from './checkbox'
import { chipClasses } from './chip-look'
import { RadioRow } from './radio-row'

export type FilterChoice = { value: string; label: string; count?: number }

/**
 * A filter of several answers, or of one: a native disclosure with checkboxes (or radios) in a GET form, so it works without
 * script. On = solid ink with the value and a ×. Below 600 px it opens over the width of the positioned box around it.
 */
export function ChipFilter({
  label,
  name,
  choices,
  selected,
  single = false,
  action,
  keep,
  clearHref,
}: {
  label: string
  /** Key in the URL; repeated for each value. */
  name: string
  choices: readonly FilterChoice[]
  selected: readonly string[]
  /** One answer only: radios instead of checkboxes. */
  single?: boolean
  /** Address the form leads to, with the language: `/en/actors`. */
  action: string
  /** Every other parameter of the page except `after`, so that none is lost. */
  keep: readonly (readonly [string, string])[]
  /** Address without this filter, without the language. */
  clearHref: string
}) {
  const t = useTranslations('ui')
  const chosen = choices.filter((choice) => selected.includes(choice.value))
  const on = chosen.length > 0
  const Choice = single ? RadioRow : Checkbox
  const value = chosen.length === 1 ? (chosen[0]?.label ?? label) : t('chosen', { name: label, count: chosen.length })
  return (
    <div className="inline-flex">
      <details name="filter" data-popover className="sm:relative">
        <summary className={`${chipClasses(on)} ${on ? 'rounded-r-none border-r-0 pr-1' : ''}`}>
          {on ? (
            <>
              <span className="sr-only">{label}: </span>
              {value}
            </>
          ) : (
            <>
              {label}
              <ChevronDown aria-hidden />
            </>
          )}
        </summary>
        <form
          action={action}
          method="get"
          className="absolute top-full left-0 z-20 mt-2 flex max-h-[60vh] w-72 max-w-full flex-col sm:max-w-none rounded-lg bg-sheet shadow-float"
        >
          {keep.map(([key, kept], index) => (
            <input key={index} type="hidden" name={key} value={kept} />
          ))}
          <fieldset className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
            <legend className="sr-only">{label}</legend>
            {choices.map((choice) => (
              <Choice
                key={choice.value}
                name={name}
                value={choice.value}
                defaultChecked={selected.includes(choice.value)}
              >
                {choice.label}
                {choice.count !== undefined && <span className="text-ink-3 tabular-nums"> {choice.count}</span>}
              </Choice>
            ))}
          </fieldset>
          <div className="flex justify-end border-t border-rule px-4 py-2.5">
            <Button type="submit" size="small" look="primary">
              {t('show')}
            </Button>
          </div>
        </form>
      </details>
      {on && (
        <Link
          href={clearHref}
          prefetch={false}
          className={`${chipClasses(true)} rounded-l-none border-l-0 pl-1`}
          aria-label={t('removeFilter', { name: label })}
        >
          <X aria-hidden />
        </Link>
      )}
    </div>
  )
}
