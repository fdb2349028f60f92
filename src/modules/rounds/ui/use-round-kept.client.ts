'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { FormFields } from '@/core/form-fields'
import { dropOnDevice, formValues, keepOnDevice, keptOnDevice } from '@/ui/form/kept-on-device'

/**
 * A form of a round that is being written, kept on this device until it is opened: a round that is not there yet has no
 * place on the server. `restored` is what an earlier page left, `keptAt` when; `turn` grows when the fields are to be filled anew.
 */
export function useRoundKept(owner: string, name: string) {
  const [restored, setRestored] = useState<{ turn: number; values: FormFields | null }>({ turn: 0, values: null })
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const open = useEffectEvent(() => {
    const kept = keptOnDevice(owner, name)
    if (kept === null) return
    setRestored({ turn: 1, values: kept.values })
    setKeptAt(kept.at)
  })
  useEffect(() => {
    const opening = setTimeout(() => open())
    return () => clearTimeout(opening)
  }, [])
  const keep = (form: HTMLFormElement) => {
    if (keepOnDevice(owner, name, { version: 1, writer: '', values: formValues(form) })) setKeptAt(new Date())
  }
  const forget = () => {
    dropOnDevice(owner, name)
    setKeptAt(null)
    setRestored(({ turn }) => ({ turn: turn + 1, values: null }))
  }
  return { restored, keptAt, keep, forget }
}
