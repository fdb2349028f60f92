import { z } from 'zod'
import { slugWords } from '@/core/slug'
import { inOriginal, languageCode } from '@/core/localized'
import { line } from '@/core/text'
import { boundary, type NewTerritory, newTerritorySchema } from '@/modules/territories/territory.schema'

const { slug, level, country, nutsCode, parentId, timeZone, languages } = newTerritorySchema.shape

/** The outline in a GeoJSON text: of a bare geometry, of a feature, or of a collection with one feature (RFC 7946). */
function geometryIn(text: string): unknown {
  const read: unknown = JSON.parse(text)
  const wrapped = z
    .union([
      z.looseObject({ type: z.literal('Feature'), geometry: z.unknown() }).transform((feature) => feature.geometry),
      z
        .looseObject({
          type: z.literal('FeatureCollection'),
          features: z.array(z.object({ geometry: z.unknown() })).length(1),
        })
        .transform((collection) => collection.features[0]?.geometry),
    ])
    .safeParse(read)
  return wrapped.success ? wrapped.data : read
}

/** A boundary as the text of a GeoJSON file. */
export const boundaryText = z.string().transform((text, context) => {
  try {
    const parsed = boundary.safeParse(geometryIn(text))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON: refused like a shape that is none.
  }
  context.addIssue({ code: 'custom', message: 'badBoundary' })
  return z.NEVER
})

/** A NUTS code as it is typed. */
export const nutsText = z.string().trim().toUpperCase().pipe(nutsCode.unwrap())

/** The form "create your territory": one name, a boundary by NUTS code or as GeoJSON, and whether its maker keeps it. */
export const territoryFormSchema = z
  .strictObject({
    name: line(200),
    language: languageCode,
    slug: slug.optional(),
    level,
    country,
    nutsCode: nutsText.optional(),
    boundary: boundaryText.optional(),
    parentId,
    timeZone,
    languages,
    coordinate: z.literal('on').optional(),
  })
  .refine((form) => form.nutsCode !== undefined || form.boundary !== undefined, {
    error: 'boundaryMissing',
    path: ['nutsCode'],
  })
  .transform(({ name, language, coordinate, slug: chosen, ...area }, context) => {
    const own = slug.safeParse(chosen ?? slugWords(name))
    if (!own.success) {
      context.addIssue({ code: 'custom', message: 'badSlug', path: ['slug'] })
      return z.NEVER
    }
    const territory: NewTerritory = { ...area, slug: own.data, name: inOriginal(language, name), instruments: [] }
    return { territory, coordinate: coordinate !== undefined }
  })
