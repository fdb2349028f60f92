'use client'

import { type ComponentProps, lazy, Suspense } from 'react'

const ChangeFile = lazy(async () => ({ default: (await import('@/modules/files/ui/change-file.client')).ChangeFile }))

/** The form of what is said of a file: its scripts come only where there is a file to change. */
export const ChangeOfFile = (props: ComponentProps<typeof ChangeFile>) => (
  <Suspense>
    <ChangeFile {...props} />
  </Suspense>
)
