'use client'

import { type ComponentProps, lazy, Suspense } from 'react'

const InterestForm = lazy(async () => ({
  default: (await import('@/modules/adoption/ui/interest-form.client')).InterestForm,
}))

/** The form of interest on the page of a practice: its scripts come only to whoever may fill it in. */
export const InterestOnPractice = (props: ComponentProps<typeof InterestForm>) => (
  <Suspense>
    <InterestForm {...props} />
  </Suspense>
)
