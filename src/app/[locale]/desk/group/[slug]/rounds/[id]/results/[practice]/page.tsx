import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { inLanguage, type Locale } from '@/core/localized'
import { getGroup } from '@/modules/groups/group.queries'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { getRoundOutcomes } from '@/modules/rounds/outcome.queries'
import { OutcomeSheet } from '@/modules/rounds/ui/outcome-sheet'
import { Breadcrumb } from '@/ui/breadcrumb'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast.client'
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
  const path = `/desk/group/${slug}`
  const results = `${path}/rounds/${id}/results`
  const viewer = await groupViewer(locale, `${results}/${practice}`)
  const group = await orProblem(getGroup(viewer, slug))
  if (typeof group === 'string') return <RecordProblem problem={group} />
  const found = await orProblem(getRoundOutcomes(viewer, slug, id))
  if (typeof found === 'string') return <RecordProblem problem={found} />
  const { round, outcomes, withNames } = found
  const outcome = outcomes?.find(({ practiceId }) => practiceId === practice)
  if (outcome === undefined) return <RecordProblem problem="notFound" />
  const [t, groups, ui] = await Promise.all([
    getTranslations('rounds.result'),
    getTranslations('groups'),
    getTranslations('ui'),
  ])
  const title = outcome.title === null ? null : inLanguage(outcome.title, locale)
  const inRound = inLanguage(round.title, locale)
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <Page>
      <Breadcrumb
        steps={[
          { label: groups('title'), href: '/desk/group' },
          { label: nameOfGroup(group, locale).value, href: path },
          { label: inRound.value, href: `${path}/rounds/${id}` },
          { label: t('title'), href: results },
          { label: title?.value ?? t('hidden') },
        ]}
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
      {done !== undefined && (
        <Toast key={`${done} ${outcome.version}`} closeLabel={ui('close')}>
          {t(`done.${done}`)}
        </Toast>
      )}
    </Page>
  )
}
