import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FieldFault } from './control'
import { FieldError } from './field-error'

/** Controls that answer one question together. `id` is what the error summary links to. */
export function Fieldset({
  id,
  label,
  hint,
  optional = false,
  error,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  optional?: boolean
  error?: FieldFault | undefined
  children: ReactNode
}) {
  const t = useTranslations('ui')
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
      className={`flex min-w-0 flex-col gap-2 ${error ? 'border-l-3 border-bad pl-3.5' : ''}`}
    >
      <legend className="mb-1 text-md font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-3"> {t('optional')}</span>}
      </legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`} fault={error} />}
    </fieldset>
  )
}
