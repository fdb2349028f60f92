import { z } from 'zod'

/** A day as a date field of a form sends it, `2026-11-28`, from `first` on. Message keys: required, badDay. */
export const dayFrom = (first: string) =>
  z.iso
    .date({ abort: true, error: ({ input }) => (input === undefined || input === '' ? 'required' : 'badDay') })
    .refine((text) => text >= first && text <= '2100-12-31', { error: 'badDay' })
