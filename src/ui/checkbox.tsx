import type { ComponentPropsWithRef, ReactNode } from 'react'

/** A native checkbox with its words beside it. */
export function Checkbox({
  children,
  hint,
  ...input
}: Omit<ComponentPropsWithRef<'input'>, 'type' | 'className' | 'style'> & { children: ReactNode; hint?: string }) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1 max-sm:min-h-11">
      <input {...input} type="checkbox" className="mt-0.5 size-5 flex-none accent-ink" />
      <span>
        {children}
        {hint !== undefined && <span className="block text-sm text-ink-2">{hint}</span>}
      </span>
    </label>
  )
}
