import { countryName } from '@/core/country'
import type { FormFields } from '@/core/form-fields'
import { inLanguage } from '@/core/localized'
import type { Present } from '@/core/present'
import type { Viewer } from '@/core/viewer'
import { findActorNames } from '@/modules/actors/actor-form.queries'
import { namesOfSigns } from '@/modules/places/area.queries'
import { type LinkLabel, practiceToForm } from '@/modules/practices/practice-form.schema'
import { canDiscardPractice } from '@/modules/practices/practice.policy'
import type { NewPractice } from '@/modules/practices/practice.schema'
import { getPresentPractice } from '@/modules/practices/present-practice.queries'
import { findRelationNames } from '@/modules/relations/relation-desk.queries'
import { db } from '@/platform/db'

async function actorLabels(ids: readonly string[], locale: string): Promise<Map<string, LinkLabel>> {
  const [names, rows] = await Promise.all([
    findActorNames(ids, locale),
    db.actor.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, kind: true, city: true, country: true },
    }),
  ])
  return new Map(
    rows.map(({ id, kind, city, country }) => [
      id,
      {
        ...{ label: names.get(id) ?? '', kind },
        note: [city, countryName(country, locale)].filter((part) => part !== null).join(', '),
      },
    ]),
  )
}

/** The values a form shows of a record, with the names of what it points to. */
export async function practiceFormValues(practice: NewPractice, locale: string): Promise<FormFields> {
  const { inChargeId, placeId, nutsCode } = practice
  const signs = [placeId === undefined ? [] : [String(placeId)], nutsCode === undefined ? [] : [nutsCode]].flat()
  const [actors, relations, signNames, inCharge] = await Promise.all([
    actorLabels(practice.actors, locale),
    findRelationNames(practice.relations, locale),
    namesOfSigns(signs, locale),
    findActorNames(inChargeId === undefined ? [] : [inChargeId], locale),
  ])
  const label = (key: string | number | undefined, names: ReadonlyMap<string, string>) =>
    key === undefined ? undefined : names.get(String(key))
  const [place, region, charge] = [label(placeId, signNames), label(nutsCode, signNames), label(inChargeId, inCharge)]
  return practiceToForm(practice, {
    ...(place !== undefined && { place }),
    ...(region !== undefined && { region }),
    ...(charge !== undefined && { inCharge: charge }),
    actors,
    relations: new Map([...relations].map(([id, name]) => [id, { label: name }])),
  })
}

type PracticeFormRecord = Pick<
  Present<NewPractice>,
  'id' | 'slug' | 'version' | 'status' | 'territoryId' | 'sentBackReason' | 'createdById'
> & {
  name: string
  values: FormFields
  /** The viewer's own, and never published: may be thrown away. */
  isOwnDraft: boolean
}

/** One record as its form opens it. Throws `not-found`, or `forbidden` where the viewer may see but not work. */
export async function getPracticeForm(viewer: Viewer | null, id: string, locale: string): Promise<PracticeFormRecord> {
  const present = await getPresentPractice(viewer, id)
  const { content, fieldWriters: _writers, publishedAt: _at, ...record } = present
  const isOwnDraft = canDiscardPractice(viewer, present)
  const values = await practiceFormValues(content, locale)
  return { ...record, isOwnDraft, name: inLanguage(content.title, locale).value, values }
}
