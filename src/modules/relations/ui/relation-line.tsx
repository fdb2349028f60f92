import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { PartyNames } from '@/modules/relations/ui/party-names'

/** What stands under the name of a relation: its type in words, its programme, since when, and who is in it. */
export function RelationLine({
  relation,
  except,
  withSince = false,
}: {
  relation: RelationSummary
  except?: string | undefined
  /** When no column says it. */
  withSince?: boolean
}) {
  const t = useTranslations('relations')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const facts = [
    taxonomy(`type.${relation.type}`),
    relation.programme,
    withSince && relation.started !== null && t('sinceDate', { date: relation.started.slice(0, 4) }),
  ].filter((fact) => fact !== null && fact !== false)
  const isLarge = relation.partyCount > 3
  return (
    <>
      {facts.join(', ')}
      {relation.title !== null && !isLarge && (
        <>
          . <PartyNames parties={relation.parties} total={relation.partyCount} except={except} />
        </>
      )}
      {isLarge && `. ${t('partiesIn', { count: relation.partyCount, countries: relation.countries.length })}`}
      {relation.title === null && !isLarge && except !== undefined && (
        <>. {relation.countries.map((code) => countryName(code, locale)).join(', ')}</>
      )}
    </>
  )
}
