import { z } from 'zod'
import { idSchema } from '@/core/id'
import { whole } from '@/core/number'
import { boundaryText, nutsText } from '@/modules/territories/territory-form.schema'
import { newTerritorySchema } from '@/modules/territories/territory.schema'

const { level, country, parentId } = newTerritorySchema.shape

/** The form of level and boundary. Without a file, and with the code as it was, the boundary stays. */
export const territoryAreaFormSchema = z.strictObject({
  id: idSchema,
  version: whole(1, 2 ** 31 - 1),
  level,
  country,
  nutsCode: nutsText.optional(),
  boundary: boundaryText.optional(),
  parentId,
})
export type TerritoryAreaForm = z.output<typeof territoryAreaFormSchema>
