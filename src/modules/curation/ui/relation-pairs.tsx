import { useTranslations } from 'next-intl'
import type { CuratedRecord } from '@/modules/curation/duplicate.schema'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { LinkButton } from '@/ui/link-button'

/** Pairs of relations that say, or will say, the same; `compare` leads to their comparison. */
export function RelationPairs({
  pairs,
  compare = false,
}: {
  pairs: readonly { first: CuratedRecord; second: CuratedRecord }[]
  compare?: boolean
}) {
  const t = useTranslations('duplicates')
  return (
    <ul>
      {pairs.map(({ first, second }) => (
        <li key={`${first.id} ${second.id}`} className="grid gap-x-8 gap-y-3 border-t border-rule py-3 sm:grid-cols-2">
          <CuratedName record={first} />
          <CuratedName record={second} />
          {compare && (
            <div className="sm:col-span-2">
              <LinkButton href={`/desk/duplicates/relation/${first.id}/${second.id}`} size="small">
                {t('compare')}
                <span className="sr-only">: {`${first.name} – ${second.name}`}</span>
              </LinkButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
