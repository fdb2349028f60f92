import { useTranslations } from 'next-intl'
import type { CuratedRecord, MergeableKind } from '@/modules/curation/duplicate.schema'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { RelationPairs } from '@/modules/curation/ui/relation-pairs'
import { Section } from '@/ui/section'

/** What a merge will do beside the two records themselves. */
export function MergeFollows({
  comparison: { kind, between, meeting },
}: {
  comparison: {
    kind: MergeableKind
    between: readonly CuratedRecord[]
    meeting: readonly { first: CuratedRecord; second: CuratedRecord }[]
  }
}) {
  const t = useTranslations('duplicates.merge')
  return (
    <Section id="follows" title={t('follows')}>
      <p className="max-w-[66ch]">{t(kind === 'actor' ? 'followsRelations' : 'followsLinks')}</p>
      {between.length > 0 && (
        <>
          <p className="mt-4 mb-2 font-label">{t('between')}</p>
          {between.map((record) => (
            <CuratedName key={record.id} record={record} />
          ))}
        </>
      )}
      {meeting.length > 0 && (
        <>
          <p className="mt-4 mb-2 font-label">{t('meeting')}</p>
          <RelationPairs pairs={meeting} />
        </>
      )}
    </Section>
  )
}
