import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { CuratedRecord } from '@/modules/curation/duplicate.schema'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { edtfText } from '@/core/date-text'
import { Disc } from '@/ui/disc'
import { GroupIcon } from '@/ui/group-icon'
import { StatusBadge } from '@/ui/status-badge'

/** A record by its sign and name, with what tells it from another of the same name. */
export function CuratedName({ record }: { record: CuratedRecord }) {
  const t = useTranslations('duplicates')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const { subject } = record
  const isActor = 'actor' in subject
  const facts = isActor
    ? [taxonomy(`kind.${subject.actor.kind}`), subject.actor.city, countryName(subject.actor.country, locale)]
    : [
        taxonomy(`type.${subject.relation.type}`),
        record.started === null ? t('noDate') : t('since', { date: edtfText(locale, record.started) }),
      ]
  return (
    <span className="flex min-w-0 gap-3">
      {isActor ? <Disc kind={subject.actor.kind} /> : <GroupIcon group={groupOf(subject.relation.type)} look="ring" />}
      <span className="min-w-0">
        <Link
          href={`/${isActor ? 'actors' : 'relations'}/${record.slug}`}
          prefetch={false}
          className="font-semibold wrap-break-word"
        >
          {record.name}
        </Link>
        <span className="block text-sm text-ink-2">
          {[...facts, t('keptBy', { name: record.territory?.name ?? t('commons') })].filter(Boolean).join(', ')}
        </span>
        {record.status !== 'published' && (
          <span className="mt-1 block">
            <StatusBadge status={record.status} />
          </span>
        )}
      </span>
    </span>
  )
}
