import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FieldFault } from './control'
import { FieldError } from './field-error'

/**
 * Label above, hint under it, control, error under that (LOOK §6, Field). Controls bring their own `Field`; use it
 * directly only around a control that is not in this folder.
 */
export function Field({
  id,
  label,
  hint,
  optional = false,
  error,
  after,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  optional?: boolean
  error?: FieldFault | undefined
  /** Stands under the control: a counter. */
  after?: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <div className={`flex flex-col gap-[5px] ${error ? 'border-l-3 border-bad pl-3.5' : ''}`}>
      <label htmlFor={id} className="text-md font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-3"> {t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      {children}
      {after}
      {error && <FieldError id={`${id}-error`} fault={error} />}
    </div>
  )
}
