'use client'

import { useId, useRef, type ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './button-look'

/**
 * A question before what cannot be undone, or a task of at most three fields (LOOK §6, Dialog). The native dialog keeps
 * focus inside, closes on Escape and gives the focus back; on a phone it is a sheet at the bottom. `children` is what
 * stands under the title; a form in it with `method="dialog"`, or a button with `data-close`, closes it.
 */
export function Dialog({
  trigger,
  title,
  children,
  ...look
}: ButtonLook & { trigger: ReactNode; title: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  return (
    <>
      <button
        type="button"
        className={buttonClasses(look)}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </button>
      {/* A press beside the sheet, or on a button that closes, reaches the dialog by bubbling; Escape is native. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        onClick={(event) => {
          const target = event.target instanceof Element ? event.target : null
          if (target === dialog.current || target?.closest('[data-close]')) dialog.current?.close()
        }}
        className="m-auto w-[min(32rem,100%)] rounded-lg bg-sheet p-0 text-ink shadow-float backdrop:bg-veil max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none"
      >
        <div className="flex flex-col gap-4 p-6">
          <h2 id={heading} className="font-serif text-xl tracking-serif">
            {title}
          </h2>
          {children}
        </div>
      </dialog>
    </>
  )
}
