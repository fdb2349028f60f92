import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import { type DeskRow, deskListOf } from '@/modules/desk/desk-record.schema'

/** What a record of the desk is called, what it is, and when it was last changed. */
export function DeskRowName({ row }: { row: DeskRow }) {
  const t = useTranslations('desk')
  const kind = useTranslations('taxonomy.kind')
  const type = useTranslations('taxonomy.type')
  const locale = useLocale()
  const about =
    'actor' in row
      ? [kind(row.actor.kind), row.actor.city]
      : 'relation' in row
        ? [type(row.relation.type)]
        : [t('practice'), row.practice.inCharge]
  return (
    <>
      <Link href={`/desk/${deskListOf(row)}/${row.id}`} prefetch={false} className="font-semibold wrap-break-word">
        {row.name}
      </Link>
      <span className="block text-sm text-ink-2">
        {[...about, t('changed', { day: dateText(locale, row.updatedAt, 'day') })]
          .filter((part) => part !== null)
          .join(', ')}
      </span>
    </>
  )
}
