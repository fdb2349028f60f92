import { z } from 'zod'
import { locales } from '@/core/locales'
import { line } from '@/core/text'
import { codeLists } from '@/modules/taxonomy/choices.schema'

export { codeLists } from '@/modules/taxonomy/choices.schema'

const codeList = z.enum(codeLists, { error: 'choose' })
export type CodeList = z.output<typeof codeList>

/** A code as programs read it; its labels are for people. */
const code = z
  .string({ error: 'required' })
  .trim()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'badCode' })
  .max(40, { error: 'badCode' })

const labels = z.record(z.enum(locales), line(60), { error: 'required' })

/** An entry of a list, added by an administrator; or one of the product's own that was retired (without labels). */
export const codeEntrySchema = z.object({
  list: codeList,
  code: z.string(),
  label: z.partialRecord(z.enum(locales), z.string()).catch({}),
  retiredAt: z.date().nullable(),
})
export type CodeEntry = z.output<typeof codeEntrySchema>

export const newCodeSchema = z.strictObject({ list: codeList, code, label: labels })
export type NewCode = z.output<typeof newCodeSchema>

/** Retired: no longer offered; records that carry it keep it. */
export const retireCodeSchema = z.strictObject({ list: codeList, code, isRetired: z.enum(['yes', 'no']) })
export type RetireCode = z.output<typeof retireCodeSchema>
