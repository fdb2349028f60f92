import { useLocale, useTranslations } from 'next-intl'
import type { ComponentPropsWithRef } from 'react'
import { describedBy, type ControlProps } from './control'
import { controlClasses } from './control-look'
import { Counter } from './counter.client'
import { Field } from './field'
import { keepCaret } from './keep-caret'

type Props = ControlProps &
  Pick<ComponentPropsWithRef<'textarea'>, 'defaultValue' | 'lang' | 'onChange' | 'onBlur' | 'onPaste' | 'ref'> & {
    rows?: number
    /** Shows a counter; the limit itself is kept by the schema, so that a long text pasted in is not cut unseen. */
    max?: number
  }

/** Several lines of text, with a counter when there is a limit. */
export function TextArea({ name, id = name, label, hint, optional = false, error, max, rows = 5, ...rest }: Props) {
  const t = useTranslations('ui')
  const locale = useLocale()
  const counter = max !== undefined && (
    <Counter field={id} max={max} locale={locale} template={t('counter', { count: '{count}', max })} />
  )
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error} after={counter}>
      <textarea
        {...rest}
        {...describedBy({ id, hint, error })}
        id={id}
        name={name}
        rows={rows}
        onFocus={keepCaret}
        className={`${controlClasses(error !== undefined)} field-sizing-content max-h-[60vh] min-h-24 leading-relaxed`}
      />
    </Field>
  )
}
