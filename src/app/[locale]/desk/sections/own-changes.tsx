import { getTranslations } from 'next-intl/server'
import { findOwnProposals } from '@/modules/curation/proposal.queries'
import { afterMoment } from '@/modules/curation/proposal.schema'
import { ProposalList } from '@/modules/curation/ui/proposal-list'
import type { DeskSection } from './desk-part'

/** What the viewer proposed, and what became of it. */
export const ownChanges: DeskSection = async ({ viewer, locale, limit, after }) => {
  const [t, page] = await Promise.all([
    getTranslations('proposals'),
    findOwnProposals(viewer, { after: afterMoment(after), limit, locale }),
  ])
  return { title: t('own'), count: page.total, next: page.next, rows: <ProposalList rows={page.rows} /> }
}
