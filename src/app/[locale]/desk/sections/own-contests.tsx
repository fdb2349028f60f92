import { getTranslations } from 'next-intl/server'
import { findOwnContests } from '@/modules/curation/contest.queries'
import { ContestList } from '@/modules/curation/ui/contest-list'
import type { DeskSection } from './desk-part'

/** What the viewer's territories contest elsewhere, and what was answered lately. */
export const ownContests: DeskSection = async ({ viewer, limit, after, locale }) => {
  const t = await getTranslations('contest.desk')
  const { rows, total, next } = await findOwnContests(viewer, { limit, after, locale })
  return { title: t('own'), count: total, next, rows: <ContestList contests={rows} /> }
}
