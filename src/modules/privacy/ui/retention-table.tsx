import { useTranslations } from 'next-intl'
import type { Retention } from '@/core/retention'
import { DataTable } from '@/ui/data-table'

/** How long what is kept, from the settings as they stand. */
export function RetentionTable({ retention }: { retention: Retention }) {
  const t = useTranslations('privacy.page.keep')
  const months = (count: number) => t('months', { count })
  const days = (count: number) => t('days', { count })
  const rows = [
    {
      what: t('persons'),
      until: t('personsUntil', { usual: months(retention.personMonths), most: months(retention.personMaxMonths) }),
    },
    { what: t('accounts'), until: t('accountsUntil') },
    { what: t('sessions'), until: t('afterEnd', { time: days(retention.sessionDays) }) },
    { what: t('drafts'), until: t('afterTouch', { time: days(30) }) },
    { what: t('messages'), until: t('messagesUntil') },
    { what: t('suggestions'), until: t('afterDecision', { time: months(retention.suggestionMonths) }) },
    { what: t('requests'), until: t('afterDecision', { time: months(retention.requestMonths) }) },
    { what: t('mails'), until: t('afterSending', { time: days(retention.mailDays) }) },
    { what: t('links'), until: t('afterEnd', { time: days(retention.tokenDays) }) },
    { what: t('log'), until: t('logUntil') },
  ]
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={({ what }) => what}
      columns={[
        { key: 'what', label: t('what'), cell: ({ what }) => what },
        { key: 'until', label: t('until'), cell: ({ until }) => until },
      ]}
    />
  )
}
