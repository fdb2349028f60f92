import { z } from 'zod'

const limit = (usual: number, minutes: number, most: number) => ({ usual, minutes, most })

/**
 * How often something may be tried, by the name of the deed that is counted (platform/limits). An administrator may
 * write another number; the window stays. The values are those of 6-quality and 9-decisions.
 */
export const limitSettings = {
  'sign-in-address': limit(30, 3, 300),
  'sign-in-account': limit(10, 10, 100),
  'sign-in-device': limit(10, 10, 100),
  'reset-link-address': limit(3, 60, 60),
  'reset-link-account': limit(3, 60, 30),
  'sign-in-link-address': limit(3, 60, 60),
  'sign-in-link-account': limit(3, 60, 30),
  'entry-address': limit(20, 60, 300),
  'entry-account': limit(3, 60, 30),
  invite: limit(3, 60, 30),
  'suggestion-address': limit(3, 60, 60),
  'suggestion-mail': limit(3, 60, 30),
  'relay-address': limit(3, 60, 60),
  'relay-email': limit(3, 60, 30),
  'own-data-address': limit(3, 60, 60),
  'own-data-email': limit(3, 60, 30),
  'data-request-address': limit(3, 60, 60),
  'data-request-email': limit(3, 60, 30),
} as const

const within = ({ usual, most }: { usual: number; most: number }) =>
  z
    .number()
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= most, {
      error: 'numberRange',
      params: { min: 1, max: most },
    })
    .default(usual)

/** The setting `limits`. */
export const limitsSchema = z.strictObject({
  'sign-in-address': within(limitSettings['sign-in-address']),
  'sign-in-account': within(limitSettings['sign-in-account']),
  'sign-in-device': within(limitSettings['sign-in-device']),
  'reset-link-address': within(limitSettings['reset-link-address']),
  'reset-link-account': within(limitSettings['reset-link-account']),
  'sign-in-link-address': within(limitSettings['sign-in-link-address']),
  'sign-in-link-account': within(limitSettings['sign-in-link-account']),
  'entry-address': within(limitSettings['entry-address']),
  'entry-account': within(limitSettings['entry-account']),
  invite: within(limitSettings.invite),
  'suggestion-address': within(limitSettings['suggestion-address']),
  'suggestion-mail': within(limitSettings['suggestion-mail']),
  'relay-address': within(limitSettings['relay-address']),
  'relay-email': within(limitSettings['relay-email']),
  'own-data-address': within(limitSettings['own-data-address']),
  'own-data-email': within(limitSettings['own-data-email']),
  'data-request-address': within(limitSettings['data-request-address']),
  'data-request-email': within(limitSettings['data-request-email']),
})
