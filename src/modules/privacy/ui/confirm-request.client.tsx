'use client'

import { confirmRequestHere } from '@/modules/privacy/data-request.actions'
import { TokenForm } from '@/ui/form/token-form.client'

/** Files the request that waits behind this link. */
export function ConfirmRequest({ token, submit }: { token: string; submit: string }) {
  return <TokenForm action={confirmRequestHere} token={token} submit={submit} />
}
