'use client'

import { useContext, useEffect } from 'react'
import { ComboBoxStateContext } from 'react-aria-components'

/** Opens the list it stands in when it appears: its question was typed before it was there. Draws nothing. */
export function OpenAtOnce() {
  const state = useContext(ComboBoxStateContext)
  useEffect(() => {
    state?.open(null, 'input')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the list appears
  }, [])
  return null
}
