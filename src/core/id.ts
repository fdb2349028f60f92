import { z } from 'zod'

export { newId } from './new-id'
export { randomBase32 } from './random-text'

export const idSchema = z.uuid({ error: 'unknown' })
export const isId = (text: string): boolean => idSchema.safeParse(text).success
