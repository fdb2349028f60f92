import { getTranslations } from 'next-intl/server'
import type { DeskSection } from './desk-part'
import { recordPart } from './record-part'

/** What an editor's coordinator has still to look at. */
export const waiting: DeskSection = async (asked) => {
  const { territoryIds, can } = asked.viewer
  const others = territoryIds.filter((id) => !can('coordinator', id))
  if (others.length === 0) return null
  const t = await getTranslations('desk')
  return recordPart(asked, { title: t('waiting'), filter: { status: ['submitted'], territoryIds: others } })
}
