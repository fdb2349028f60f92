import { useTranslations } from 'next-intl'
import type { RelationType } from '@/modules/taxonomy/relation-choices.schema'

const twins = new Set<RelationType>(['twinning', 'friendship_pact'])

/** One sentence of what the map shows of a selected actor (LOOK §7). */
export function MapSentence({
  name,
  types,
  relations,
  countries,
  since,
}: {
  name: string
  /** Types on the map. */
  types: readonly RelationType[]
  relations: number
  countries: number
  /** Year the first of them began, if one is known. */
  since: string | null
}) {
  const t = useTranslations('map.sentence')
  const key = types.length > 0 && types.every((type) => twins.has(type)) ? 'twins' : 'relations'
  return (
    <>
      {t.rich(key, { name, count: relations, countries, b: (words) => <b className="font-strong">{words}</b> })}
      {since !== null && t('since', { year: since })}
    </>
  )
}
