'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the page as it comes, true once a script can answer. */
export const useHasScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
