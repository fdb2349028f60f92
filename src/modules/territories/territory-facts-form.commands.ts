import { AppError, requireThat } from '@/core/app-error'
import { type Localized, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { changeTerritory } from '@/modules/territories/territory.commands'
import type { TerritoryFactsForm } from '@/modules/territories/territory-facts-form.schema'
import { canEditTerritory } from '@/modules/territories/territory.policy'
import { territoryFactsSchema } from '@/modules/territories/territory.schema'
import { db } from '@/platform/db'

/**
 * Keeps what the form says; what it does not show (instruments, partner, source, texts in other languages) stays. Throws
 * `forbidden`, `not-found`, `conflict` when somebody saved meanwhile. Returns the address.
 */
export async function keepTerritory(viewer: Viewer | null, form: TerritoryFactsForm): Promise<{ slug: string }> {
  requireThat(canEditTerritory(viewer, form), viewer)
  const present = await db.territory.findUnique({ where: { id: form.id }, include: { instruments: true } })
  if (present === null) throw new AppError('not-found', 'notFound')
  const name = localized(200).parse(present.name)
  const described = localized(5000).nullable().parse(present.description)
  const facts = territoryFactsSchema.parse({
    name: withTexts(name, form.original, form.name),
    description: withTexts(described, described?.original ?? form.original, form.description) ?? undefined,
    timeZone: form.timeZone,
    languages: form.languages,
    partnerOrganisationId: present.partnerOrganisationId ?? undefined,
    sourceName: present.sourceName ?? undefined,
    sourceUrl: present.sourceUrl ?? undefined,
    instruments: present.instruments.map(({ id, name: title, body, started, ended }) => ({
      id,
      name: title,
      ...(body !== null && { body }),
      ...(started !== null && { started }),
      ...(ended !== null && { ended }),
    })),
  })
  await changeTerritory(viewer, { id: form.id, version: form.version }, facts)
  return { slug: present.slug }
}

const shown: ReadonlySet<string> = new Set(['en', 'it', 'es', 'sv', 'pl'])

/** The texts of the form with those of languages it does not show; null when nothing is left. */
function withTexts(before: Localized | null, original: string, given: Readonly<Record<string, string | undefined>>) {
  const others = Object.entries(before?.texts ?? {}).filter(([language]) => !shown.has(language))
  const written = Object.entries(given).flatMap(([language, value]) => {
    if (value === undefined) return []
    // A machine's translation that nobody changed stays marked.
    const machine = before?.texts[language]?.value === value && before.texts[language]?.machine
    return [[language, { value, machine }] as const]
  })
  const texts = Object.fromEntries([...others, ...written])
  const [first] = Object.keys(texts)
  if (first === undefined) return null
  return { original: texts[original] === undefined ? first : original, texts }
}
