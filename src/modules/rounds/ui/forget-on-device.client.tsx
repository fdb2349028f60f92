'use client'

import { useEffect } from 'react'
import { dropOnDevice } from '@/ui/form/kept-on-device'

/** A review that was sent, or a round that was opened, is kept on this device no longer. */
export function ForgetOnDevice({ id, owner }: { id: string; owner: string }) {
  useEffect(() => dropOnDevice(owner, id), [id, owner])
  return null
}
