import { z } from 'zod'

/**
 * A number, or the text of one as people and programs write it (`44,7`, `44.7`, `-8.1e-5`). Blank is absent, never 0: forms leave blanks out
 * before they get here, and z.coerce.number, which reads '' as 0, is banned. Message key: badNumber.
 */
export const numeric = z.union(
  [
    z.number(),
    z
      .string()
      .trim()
      .regex(/^[-−]?\d{1,15}([.,]\d{1,20})?(e-\d{1,2})?$/i)
      .transform((text) => Number(text.replace('−', '-').replace(',', '.'))),
  ],
  { error: 'badNumber' },
)

/** Degrees east, -180 to 180. Message key: longitudeRange. */
export const longitude = numeric.refine((degrees) => Math.abs(degrees) <= 180, { error: 'longitudeRange' })

/** Degrees north, -90 to 90. Message key: latitudeRange. */
export const latitude = numeric.refine((degrees) => Math.abs(degrees) <= 90, { error: 'latitudeRange' })

/** A whole number in a range. Message keys: badNumber, numberRange { min, max }. */
export const whole = (min: number, max: number) =>
  numeric.refine((value) => Number.isInteger(value) && value >= min && value <= max, {
    error: 'numberRange',
    params: { min, max },
  })
