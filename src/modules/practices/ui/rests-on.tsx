import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { RelationLine } from '@/modules/relations/ui/relation-line'
import { RelationName } from '@/modules/relations/ui/relation-name'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { GroupIcon } from '@/ui/group-icon'
import { Seal } from '@/ui/seal'

/** What a practice rests on: the relations, each with its holder and seal. */
export function RestsOn({ relations }: { relations: readonly RelationSummary[] }) {
  const t = useTranslations('practices')
  return (
    <section aria-labelledby="ground" className="mb-8 rounded-lg bg-sunk px-5 py-4.5 sm:px-6">
      <h2 id="ground" className="mb-2 text-md font-semibold">
        {t('restsOn')}
      </h2>
      {relations.length === 0 ? (
        <p className="text-md text-ink-2">{t('restsOnNothing')}</p>
      ) : (
        <ul>
          {relations.map((relation) => (
            <li
              key={relation.id}
              className="flex items-start gap-3 border-t border-rule py-2.5 first:border-t-0 max-sm:grid max-sm:grid-cols-[auto_1fr] max-sm:gap-y-1 max-sm:*:last:col-start-2"
            >
              <GroupIcon group={groupOf(relation.type)} look="ring" />
              <div className="min-w-0 flex-1">
                <Link
                  href={`/relations/${relation.slug}`}
                  prefetch={false}
                  className="font-semibold wrap-break-word text-ink"
                >
                  <RelationName relation={relation} />
                </Link>
                <p className="text-sm text-ink-2">
                  <RelationLine relation={relation} withSince />
                </p>
                <p className="text-sm text-ink-2">
                  {relation.holder === null ? t('holderUnknown') : t('heldBy', { holder: relation.holder.name })}
                </p>
              </div>
              <Seal verifiedAt={relation.verifiedAt} short />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
