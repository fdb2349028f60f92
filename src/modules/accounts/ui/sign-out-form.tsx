import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'

/** The way out. A whole page follows: nothing of this one stays in the browser's memory. */
export function SignOutForm({ children }: { children: ReactNode }) {
  return (
    <form
      action={`/api/account/sign-out?locale=${useLocale()}`}
      method="post"
      data-sign-out
      className="flex flex-col items-start gap-3"
    >
      {children}
    </form>
  )
}
