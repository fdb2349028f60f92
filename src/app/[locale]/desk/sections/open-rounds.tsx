import { getTranslations } from 'next-intl/server'
import { findOpenRounds } from '@/modules/rounds/round.queries'
import { OpenRounds } from '@/modules/rounds/ui/open-rounds'
import type { DeskSection } from './desk-part'

/** Rounds that are open in the territories of this coordinator, the next to close first. */
export const openRounds: DeskSection = async ({ viewer, limit }) => {
  if (!viewer.isAdmin && !viewer.territoryIds.some((id) => viewer.can('coordinator', id))) return null
  const [t, groups, { rows, total }] = await Promise.all([
    getTranslations('rounds.desk'),
    getTranslations('groups'),
    findOpenRounds(viewer, limit),
  ])
  return {
    title: t('title'),
    count: total,
    rows: <OpenRounds rounds={rows} now={new Date()} />,
    all: [{ href: '/desk/group', label: groups('title') }],
  }
}
