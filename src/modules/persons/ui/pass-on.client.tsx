'use client'

import { passOnHere } from '@/modules/persons/relay.actions'
import { TokenForm } from '@/ui/form/token-form.client'

/** Sends the message that waits behind this link. */
export function PassOn({ token, submit }: { token: string; submit: string }) {
  return <TokenForm action={passOnHere} token={token} submit={submit} />
}
