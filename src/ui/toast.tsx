import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ToastBox } from './toast-box.client'

/**
 * Says what was done, bottom left, for 8 s; waits while the pointer or the focus is on it. Never for errors.
 * `children` may hold an Undo link or form. Give it a `key` that changes with each message.
 */
export function Toast({ children }: { children: ReactNode }) {
  const t = useTranslations('ui')
  return <ToastBox closeLabel={t('close')}>{children}</ToastBox>
}
