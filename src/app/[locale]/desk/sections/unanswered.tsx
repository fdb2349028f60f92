import { getTranslations } from 'next-intl/server'
import { RoundTable } from '@/modules/curation/ui/round-table'
import { countRound, findRoundRows } from '@/modules/curation/verification.queries'
import { roundOf } from '@/modules/curation/verification.schema'
import { ClientTexts } from '@/ui/client-texts'
import type { DeskSection } from './desk-part'

/** Holders who were asked in this half-year's round and kept silent, in the coordinator's own territories. */
export const unanswered: DeskSection = async ({ viewer, locale, limit }) => {
  const own = viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  if (own.length === 0) return null
  const t = await getTranslations('verification.desk')
  const round = roundOf(new Date())
  const parts = await Promise.all(
    own.map(async (territoryId) => ({
      count: (await countRound(viewer, { territoryId, round })).silent ?? 0,
      page: await findRoundRows(viewer, { territoryId, round, state: 'silent', after: null, limit }),
    })),
  )
  return {
    title: t('title'),
    count: parts.reduce((sum, { count }) => sum + count, 0),
    empty: t('none'),
    all: [{ href: '/desk/verification', label: t('all') }],
    rows: (
      <ClientTexts namespaces={['verification', 'errors', 'ui']}>
        <RoundTable rows={parts.flatMap(({ page }) => page.rows).slice(0, limit)} back={`/${locale}/desk`} />
      </ClientTexts>
    ),
  }
}
