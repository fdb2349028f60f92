import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { roundFrame } from '@/app/[locale]/desk/group/round-frame'
import { RecordProblem } from '@/app/record-problem'
import { inLanguage, type Locale } from '@/core/localized'
import { findOutcomes } from '@/modules/rounds/outcome.queries'
import { OutcomeSheet } from '@/modules/rounds/ui/outcome-sheet'
import { Breadcrumb } from '@/ui/breadcrumb'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'
import { OutcomeDeeds } from './outcome-deeds'

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string; practice: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = ['discussed', 'opinion', 'published', 'takenBack'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds.result')
  return { title: t('title'), robots: { index: false } }
}

export default function OutcomePage(props: Props) {
  return answered(() => outcomePage(props))
}

async function outcomePage({ params, searchParams }: Props) {
  const [{ locale, slug, id, practice }, asked] = await Promise.all([params, searchParams])
  const frame = await roundFrame({ locale, slug, id }, `/results/${practice}`)
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, round, at, way } = frame
  const { outcomes, withNames } = await findOutcomes(viewer, { group, round }, { practiceId: practice })
  const outcome = outcomes?.[0]
  if (outcome === undefined) return <RecordProblem problem="notFound" />
  const t = await getTranslations('rounds.result')
  const title = outcome.title === null ? null : inLanguage(outcome.title, locale)
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <Page>
      <Breadcrumb
        steps={[...way, { label: t('title'), href: `${at}/results` }, { label: title?.value ?? t('hidden') }]}
      />
      <PageHead
        title={title?.value ?? t('hidden')}
        {...(title !== null && { lang: title.language })}
        eyebrow={t('title')}
        actions={outcome.slug !== null && <LinkButton href={`/practices/${outcome.slug}`}>{t('practice')}</LinkButton>}
      />
      <div className="mb-6 flex max-w-[45rem] flex-col gap-3 empty:hidden">
        {round.demo && <Notice tone="mark">{t('demo')}</Notice>}
        {round.state === 'annulled' && <Notice tone="warn">{t('annulled')}</Notice>}
        {round.state === 'open' && <Notice tone="warn">{t('openLead')}</Notice>}
      </div>
      <OutcomeSheet outcome={outcome} quorum={round.quorum} withNames={withNames} />
      <OutcomeDeeds viewer={viewer} group={group} outcome={outcome} locale={locale} />
      {done !== undefined && <Toast key={`${done} ${outcome.version}`}>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
