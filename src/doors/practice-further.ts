import type { Locale } from '@/core/localized'
import { transferBlocks } from '@/modules/adoption/transfer-paper.schema'
import { transferWords } from '@/modules/adoption/transfer-words.queries'
import { findTransfersOfPractice } from '@/modules/adoption/transfer.queries'
import type { PaperBlock } from '@/modules/papers/paper.schema'
import type { PracticeView } from '@/modules/practices/practice.schema'
import { findPublicResults } from '@/modules/rounds/outcome.queries'
import { publicResultBlocks } from '@/modules/rounds/public-result-paper.schema'
import { resultWords } from '@/modules/rounds/result-words.queries'
import { getSettings } from '@/platform/settings'

/** Who judged a practice and who took it up, as its page tells everybody; nothing while it is no public one. */
export async function furtherBlocks({ id, status, visibility }: PracticeView, locale: Locale): Promise<PaperBlock[]> {
  if (status !== 'published' || visibility !== 'public') return []
  const [results, judged, transfers, took] = await Promise.all([
    findPublicResults(id),
    resultWords(locale, 'UTC'),
    findTransfersOfPractice(id, locale),
    getSettings().then(({ url }) => transferWords(locale, url)),
  ])
  return [...publicResultBlocks(results, judged), ...transferBlocks(transfers, took)]
}
