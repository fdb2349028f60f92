import type { ComponentPropsWithRef, ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './button-look'

type Props = ButtonLook &
  Omit<ComponentPropsWithRef<'button'>, 'className'> & {
    icon?: ReactNode
    /** While true the button says `busyLabel` in place of its words and keeps its width. */
    busy?: boolean
    busyLabel?: string
  }

/** Verb first. A button acts; what navigates is a `LinkButton`. */
export function Button({ look, size, icon, busy = false, busyLabel, children, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClasses({ ...(look && { look }), ...(size && { size }) })}
      aria-busy={busy || undefined}
    >
      {icon}
      {busyLabel === undefined ? (
        children
      ) : (
        <span className="grid">
          <span className={`[grid-area:1/1] ${busy ? 'invisible' : ''}`}>{children}</span>
          <span className={`[grid-area:1/1] ${busy ? '' : 'invisible'}`}>{busyLabel}</span>
        </span>
      )}
    </button>
  )
}
