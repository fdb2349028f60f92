import type { ReactNode } from 'react'

/** A page that is one short form: a column in the middle of the window. */
export const NarrowPage = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto w-full max-w-[30rem] px-4 py-10 sm:px-6 sm:py-14">{children}</div>
)
