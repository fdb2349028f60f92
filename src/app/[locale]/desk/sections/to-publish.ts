import { getTranslations } from 'next-intl/server'
import type { DeskSection } from './desk-part'
import { recordPart } from './record-part'

/** What waits for this coordinator. */
export const toPublish: DeskSection = async (asked) => {
  const { isAdmin, territoryIds, can } = asked.viewer
  const own = territoryIds.filter((id) => can('coordinator', id))
  if (!isAdmin && own.length === 0) return null
  const t = await getTranslations('desk')
  return recordPart(asked, {
    title: t('toPublish'),
    empty: t('nothingToPublish'),
    filter: { status: ['submitted'], ...(!isAdmin && { territoryIds: own }) },
    listing: { status: 'submitted' },
    moves: ['publish', 'sendBack'],
  })
}
