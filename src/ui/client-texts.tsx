import { NextIntlClientProvider, type Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/**
 * Gives client components below it the messages they name, and no others: the layout sends none, so a page pays only
 * for what its forms say. Controls of this folder need `ui` and `errors`.
 */
export async function ClientTexts({
  namespaces,
  parts = {},
  children,
}: {
  namespaces: readonly (keyof Messages)[]
  /** Of some namespaces these keys only: pages that many people read say no more than they must. */
  parts?: Partial<Record<keyof Messages, readonly string[]>>
  children: ReactNode
}) {
  const messages = await getMessages()
  const partOf = (namespace: keyof Messages) => {
    const keys = parts[namespace]
    const entries = Object.entries(messages[namespace])
    return Object.fromEntries(keys === undefined ? entries : entries.filter(([key]) => keys.includes(key)))
  }
  const chosen = Object.fromEntries(namespaces.map((namespace) => [namespace, partOf(namespace)]))
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>
}
