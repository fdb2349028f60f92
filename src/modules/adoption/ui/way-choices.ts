import { getTranslations } from 'next-intl/server'
import { countryName } from '@/core/country'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import type { SelectChoice } from '@/ui/select-options'

/** Relations as choices of a form, in plain words: their title, else their parties, with their type and beginning. */
export async function wayChoices(relations: readonly RelationSummary[], locale: string): Promise<SelectChoice[]> {
  const types = await getTranslations('taxonomy.type')
  return relations.map(({ id, title, parties, type, started }) => {
    const names = parties.map(({ name, country }) => name?.value ?? (country && countryName(country, locale)) ?? '')
    const what = title?.value ?? names.filter((name) => name !== '').join(' – ')
    return { value: id, label: [what, types(type), started?.slice(0, 4)].filter((part) => part).join(', ') }
  })
}
