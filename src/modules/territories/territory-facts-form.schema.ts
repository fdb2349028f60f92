import { z } from 'zod'
import { idSchema } from '@/core/id'
import { languageCode, locales } from '@/core/localized'
import { whole } from '@/core/number'
import { line, paragraphs } from '@/core/text'
import { territoryFactsSchema } from '@/modules/territories/territory.schema'

const { timeZone, languages } = territoryFactsSchema.shape
const inLanguages = (max: number, one: typeof line) => z.partialRecord(z.enum(locales), one(max)).default({})

/** What a coordinator says of the territory: names and description in the five languages, languages, time zone. */
export const territoryFactsFormSchema = z
  .strictObject({
    id: idSchema,
    version: whole(1, 2 ** 31 - 1),
    original: languageCode,
    name: inLanguages(200, line),
    description: inLanguages(5000, paragraphs),
    timeZone,
    languages,
  })
  .superRefine(({ name, original }, context) => {
    const given = Object.entries(name).some(([language]) => language === original)
    if (!given) context.addIssue({ code: 'custom', path: [`name.${original}`], message: 'required' })
  })
export type TerritoryFactsForm = z.output<typeof territoryFactsFormSchema>
