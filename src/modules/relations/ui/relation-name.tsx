import { useLocale, useTranslations } from 'next-intl'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { PartyNames } from '@/modules/relations/ui/party-names'

type Named = Pick<RelationSummary, 'title' | 'parties' | 'partyCount'>

/** What a relation is called: its title, else its parties (without the actor whose page this is). */
export function RelationName({ relation, except }: { relation: Named; except?: string | undefined }) {
  const t = useTranslations('relations')
  const locale = useLocale()
  if (relation.title !== null)
    return (
      <span lang={relation.title.language === locale ? undefined : relation.title.language}>
        {relation.title.value}
      </span>
    )
  if (relation.parties.length === 0) return t('untitled')
  return <PartyNames parties={relation.parties} total={relation.partyCount} except={except} />
}
