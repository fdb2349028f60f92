import type { ComponentPropsWithRef, ReactNode } from 'react'

/** A button that is only an icon: its name is obligatory and shown on hover. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ComponentPropsWithRef<'button'>, 'className' | 'children' | 'aria-label' | 'type'> & {
  label: string
  icon: ReactNode
}) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      className="inline-grid size-9 flex-none place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink max-sm:size-11 [&_svg]:size-[18px]"
    >
      {icon}
    </button>
  )
}
