'use client'

import { X } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'

/**
 * A dialog for choosing, made when it is opened: in the middle of a wide window, at the bottom of a narrow one. The
 * native dialog keeps the focus inside, closes on Escape and gives the focus back.
 */
export function Sheet({
  trigger,
  label,
  className,
  title,
  close,
  onApproach,
  children,
}: {
  /** What the button shows that opens it, its name when that is only a sign, and its look. */
  trigger: ReactNode
  label?: string
  className: string
  title: string
  /** Words of the button that closes. */
  close: string
  /** Somebody is about to open it: what it shows may be fetched. */
  onApproach?: () => void
  children: () => ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setOpen(true)
    dialog.current?.showModal()
  }
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={open}
        onPointerEnter={onApproach}
        onFocus={onApproach}
        className={className}
      >
        {trigger}
      </button>
      {/* A press beside the sheet reaches the dialog by bubbling; Escape is native. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
        className="m-auto w-[min(34rem,100%)] overflow-hidden rounded-lg bg-sheet p-0 text-base text-ink shadow-float backdrop:bg-veil max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none"
      >
        {isOpen && (
          <div className="flex max-h-[85dvh] flex-col">
            <div className="flex items-center justify-between gap-3 border-b border-rule py-2 pr-2 pl-5">
              <h2 id={heading} className="font-serif text-xl tracking-serif">
                {title}
              </h2>
              <button
                type="button"
                aria-label={close}
                onClick={() => dialog.current?.close()}
                className="grid size-11 flex-none place-items-center rounded-md hover:bg-sunk [&_svg]:size-5"
              >
                <X aria-hidden />
              </button>
            </div>
            {children()}
          </div>
        )}
      </dialog>
    </>
  )
}
