import { getTranslations } from 'next-intl/server'
import type { DeskFilter } from '@/core/curated'
import { addressOfListing, type DeskListing } from '@/modules/desk/bulk.schema'
import { findDeskRecords } from '@/modules/desk/desk-record.queries'
import { afterChange } from '@/modules/desk/desk-record.schema'
import { DeskList } from '@/modules/desk/ui/desk-list'
import { ClientTexts } from '@/ui/client-texts'
import type { DeskAsked, DeskPart } from './desk-part'

/** A part of the desk that holds records under a filter. */
export async function recordPart(
  { viewer, locale, limit, after }: DeskAsked,
  {
    title,
    filter,
    listing,
    moves,
    ...words
  }: Pick<DeskPart, 'title' | 'lead' | 'empty'> & {
    filter: DeskFilter
    /** The same records as the lists show them on which many are dealt with at once. */
    listing?: DeskListing
    moves?: readonly ('publish' | 'sendBack')[]
  },
): Promise<DeskPart> {
  const [t, { rows, total, next, actors, relations, practices }] = await Promise.all([
    getTranslations('desk'),
    findDeskRecords(viewer, filter, { after: afterChange(after), limit, locale }),
  ])
  const ways = [
    { kind: 'actors', count: actors, label: t('listActors', { count: actors }) },
    { kind: 'relations', count: relations, label: t('listRelations', { count: relations }) },
    { kind: 'practices', count: practices, label: t('listPractices', { count: practices }) },
  ].filter(({ count }) => count > 0)
  return {
    ...words,
    title,
    count: total,
    next,
    ...(listing && {
      all: ways.map(({ kind, label }) => ({ href: `/desk/${kind}?${addressOfListing(listing)}`, label })),
    }),
    rows: (
      <ClientTexts namespaces={['form', 'errors', 'ui']}>
        <DeskList rows={rows} moves={moves} />
      </ClientTexts>
    ),
  }
}
