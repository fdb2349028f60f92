import { getTranslations } from 'next-intl/server'
import type { Viewer } from '@/core/viewer'
import { countJudgements } from '@/modules/rounds/outcome.queries'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'

/** Under the form of a practice: that groups judged it, and how many remarks wait for an answer. */
export async function PracticeJudgements({ viewer, id }: { viewer: Viewer; id: string }) {
  const [t, { rounds, unanswered }] = await Promise.all([getTranslations('rounds.result'), countJudgements(viewer, id)])
  if (rounds === 0) return null
  return (
    <Section id="judgements" title={t('answers.title')}>
      <p className="mb-3 text-sm text-ink-2">{t('unanswered', { count: unanswered })}</p>
      <LinkButton href={`/desk/practices/${id}/remarks`}>{t('answers.link')}</LinkButton>
    </Section>
  )
}
