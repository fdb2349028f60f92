import { getTranslations } from 'next-intl/server'
import { findWaitingProposals } from '@/modules/curation/proposal.queries'
import { afterMoment } from '@/modules/curation/proposal.schema'
import { ProposalList } from '@/modules/curation/ui/proposal-list'
import type { DeskSection } from './desk-part'

/** Changes of published records: this coordinator decides on them. */
export const changesToReview: DeskSection = async ({ viewer, locale, limit, after }) => {
  const [t, page] = await Promise.all([
    getTranslations('proposals'),
    findWaitingProposals(viewer, { after: afterMoment(after), limit, locale }),
  ])
  if (page === null) return null
  return { title: t('toReview'), count: page.total, next: page.next, rows: <ProposalList rows={page.rows} /> }
}
