import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { roundFrame } from '@/app/[locale]/desk/group/round-frame'
import { RecordProblem } from '@/app/record-problem'
import { inLanguage, type Locale } from '@/core/localized'
import { closingText } from '@/modules/rounds/closing.schema'
import { findOutcomes } from '@/modules/rounds/outcome.queries'
import { OutcomeTable } from '@/modules/rounds/ui/outcome-table'
import { RoundRules } from '@/modules/rounds/ui/round-rules'
import { Breadcrumb } from '@/ui/breadcrumb'
import { DownloadMenu } from '@/ui/download-menu'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'

const endings = ['xlsx', 'pdf'] as const

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds.result')
  return { title: t('title'), robots: { index: false } }
}

export default function ResultsPage(props: Props) {
  return answered(() => resultsPage(props))
}

async function resultsPage({ params }: Props) {
  const { locale, slug, id } = await params
  const frame = await roundFrame({ locale, slug, id }, '/results')
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, round, at, way } = frame
  const [t, { outcomes, withNames }] = await Promise.all([
    getTranslations('rounds.result'),
    findOutcomes(viewer, { group, round }),
  ])
  const title = inLanguage(round.title, locale)
  const when = closingText(locale, round.closesAt, group.territory.timeZone)
  return (
    <Page>
      <Breadcrumb steps={[...way, { label: t('title') }]} />
      <PageHead
        title={t('title')}
        eyebrow={<span lang={title.language}>{title.value}</span>}
        actions={
          outcomes !== null && (
            <DownloadMenu
              label={t('export.title')}
              note={[t('export.private'), ...(withNames ? [t('export.namesNote')] : [])].join(' ')}
              side="head"
              files={[
                ...endings.map((ending) => ({
                  href: `/api/rounds/${id}/results.${ending}?lang=${locale}`,
                  ...{ name: `${slug}-results.${ending}`, label: t(`export.${ending}`) },
                })),
                ...(withNames ? endings : []).map((ending) => ({
                  href: `/api/rounds/${id}/results.${ending}?lang=${locale}&names=yes`,
                  ...{ name: `${slug}-results-names.${ending}`, label: t(`export.${ending}Names`) },
                })),
              ]}
            />
          )
        }
      />
      <div className="mb-6 flex max-w-[45rem] flex-col gap-3 empty:hidden">
        {round.demo && <Notice tone="mark">{t('demo')}</Notice>}
        {round.state === 'annulled' && <Notice tone="warn">{t('annulled')}</Notice>}
        {round.state === 'open' && outcomes !== null && <Notice tone="warn">{t('openLead')}</Notice>}
        {round.state === 'open' && outcomes === null && <p>{t('notYet', { when })}</p>}
      </div>
      {outcomes !== null && <OutcomeTable outcomes={outcomes} path={`${at}/results`} quorum={round.quorum} />}
      <Section id="rules" title={t('rules')}>
        <RoundRules rules={round} />
      </Section>
    </Page>
  )
}
