import type { ComponentPropsWithRef, ReactNode } from 'react'

/** A native radio with its words beside it, as `Checkbox`. */
export function RadioRow({
  children,
  ...input
}: Omit<ComponentPropsWithRef<'input'>, 'type' | 'className' | 'style'> & { children: ReactNode }) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1 max-sm:min-h-11">
      <input {...input} type="radio" className="mt-0.5 size-5 flex-none accent-ink" />
      <span>{children}</span>
    </label>
  )
}
