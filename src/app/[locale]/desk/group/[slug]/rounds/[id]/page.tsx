import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { roundFrame } from '@/app/[locale]/desk/group/round-frame'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import { inLanguage, type Locale } from '@/core/localized'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { closingText } from '@/modules/rounds/closing.schema'
import { canReadReviews } from '@/modules/rounds/result.policy'
import { canKeepRound } from '@/modules/rounds/round.policy'
import { keptRound } from '@/modules/rounds/kept-round.schema'
import { ForgetOnDevice } from '@/modules/rounds/ui/forget-on-device.client'
import { RoundCriteria } from '@/modules/rounds/ui/round-criteria'
import { RoundPractices } from '@/modules/rounds/ui/round-practices'
import { RoundState } from '@/modules/rounds/ui/round-state'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { FactStrip } from '@/ui/fact-strip'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { TextInLanguage } from '@/ui/text-in-language'
import { Toast } from '@/ui/toast'
import { KeptRound } from './kept-round'

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = [
  ...(['opened', 'extended', 'closed', 'annulled', 'reminded'] as const),
  ...(['assigned', 'removed', 'reviewAnnulled', 'takenOut'] as const),
]

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds')
  return { title: t('one'), robots: { index: false } }
}

export default function RoundPage(props: Props) {
  return answered(() => roundPage(props))
}

async function roundPage({ params, searchParams }: Props) {
  const [{ locale, slug, id }, asked] = await Promise.all([params, searchParams])
  const frame = await roundFrame({ locale, slug, id })
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, round, path, way } = frame
  const t = await getTranslations('rounds')
  const { timeZone } = group.territory
  const canKeep = canKeepRound(viewer, { territoryId: group.territory.id })
  const name = nameOfGroup(group, locale)
  const title = inLanguage(round.title, locale)
  const { submitted, asked: wanted, conflict } = round.progress
  const done = deeds.find((deed) => deed === asked.done)
  const isEarly = round.closedAt !== null && round.closedAt < round.closesAt
  return (
    <Page>
      <Breadcrumb steps={[...way.slice(0, -1), { label: title.value }]} />
      <PageHead
        title={title.value}
        lang={title.language}
        eyebrow={<span lang={name.language}>{name.value}</span>}
        actions={
          <>
            {canReadReviews(viewer, { id: group.id, territoryId: group.territory.id }, round.state) && (
              <LinkButton href={`${path}/rounds/${id}/results`}>{t('result.title')}</LinkButton>
            )}
            {canKeep && round.state === 'open' && (
              <LinkButton href={`${path}/rounds/${id}/assignment`}>{t('assign')}</LinkButton>
            )}
          </>
        }
      >
        <RoundState state={round.state} />
      </PageHead>
      {round.annulReason !== null && <Notice tone="bad">{t('annulledBecause', { reason: round.annulReason })}</Notice>}
      {round.demo && <Notice tone="mark">{t('demo')}</Notice>}
      <FactStrip
        facts={[
          {
            label: round.state === 'open' ? t('closes') : t('closed'),
            value: closingText(locale, round.closesAt, timeZone),
            ...(isEarly &&
              round.closedAt !== null && {
                note: t('closedEarlyOn', { day: dateText(locale, round.closedAt, 'day', timeZone) }),
              }),
          },
          {
            label: t('reviews'),
            value: t('done', { submitted, asked: wanted }),
            ...(conflict > 0 && { note: t('conflicts', { count: conflict }) }),
          },
          { label: t('opened'), value: dateText(locale, round.opensAt, 'day', timeZone) },
        ]}
      />
      {round.introduction !== null && (
        <div className="max-w-[45rem]">
          <TextInLanguage text={inLanguage(round.introduction, locale)} />
        </div>
      )}
      {!canKeep && <p className="mt-3 max-w-[45rem] text-sm text-ink-2">{t('noNames')}</p>}
      <ClientTexts namespaces={['roundForm', 'form', 'errors', 'ui']}>
        <RoundPractices path={path} round={round} canKeep={canKeep} />
        {canKeep && <KeptRound viewer={viewer} group={group} round={round} path={path} />}
      </ClientTexts>
      <RoundCriteria round={round} />
      {done === 'opened' && <ForgetOnDevice id={keptRound(group.id)} owner={viewer.userId} />}
      {done !== undefined && <Toast key={`${done} ${round.version}`}>{t(`deed.${done}`)}</Toast>}
    </Page>
  )
}
