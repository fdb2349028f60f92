import { z } from 'zod'

/** A day as a date field of a form sends it, `2026-11-28`, from `first` to `last`. Message keys: required, badDay. */
export const dayBetween = (first: string, last: string) =>
  z.iso
    .date({ abort: true, error: ({ input }) => (input === undefined || input === '' ? 'required' : 'badDay') })
    .refine((text) => text >= first && text <= last, { error: 'badDay' })
