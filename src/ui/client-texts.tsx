import { NextIntlClientProvider, type Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/**
 * Gives client components below it the messages they name, and no others: the layout sends none, so a page pays only
 * for what its forms say. Controls of this folder need `ui` and `errors`.
 */
export async function ClientTexts({
  namespaces,
  children,
}: {
  namespaces: readonly (keyof Messages)[]
  children: ReactNode
}) {
  const messages = await getMessages()
  const chosen = Object.fromEntries(namespaces.map((namespace) => [namespace, messages[namespace]]))
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>
}
