import { getTranslations } from 'next-intl/server'
import { findContestsToAnswer } from '@/modules/curation/contest.queries'
import { ContestList } from '@/modules/curation/ui/contest-list'
import type { DeskSection } from './desk-part'

/** Relations this viewer curates that a territory at another end contests. */
export const contested: DeskSection = async ({ viewer, limit, after, locale }) => {
  const t = await getTranslations('contest.desk')
  const { rows, total, next } = await findContestsToAnswer(viewer, { limit, after, locale })
  return { title: t('toAnswer'), lead: t('toAnswerLead'), count: total, next, rows: <ContestList contests={rows} /> }
}
