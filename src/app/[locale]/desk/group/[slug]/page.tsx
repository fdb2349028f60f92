import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { GroupDocuments } from '@/app/[locale]/desk/group/group-documents'
import { groupFrame } from '@/app/[locale]/desk/group/group-frame'
import { RecordProblem } from '@/app/record-problem'
import { inLanguage, type Locale } from '@/core/localized'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { findDecisions, findMeetings } from '@/modules/groups/meeting.queries'
import { findInvited, findMembers } from '@/modules/groups/member.queries'
import { findForTerritory, findHandedIn } from '@/modules/groups/offer.queries'
import { DecisionList } from '@/modules/groups/ui/decision-list'
import { HandedInList } from '@/modules/groups/ui/handed-in-list'
import { MeetingList } from '@/modules/groups/ui/meeting-list'
import { MemberList } from '@/modules/groups/ui/member-list'
import { TerritoryPractices } from '@/modules/groups/ui/territory-practices'
import { findRounds } from '@/modules/rounds/round.queries'
import { RoundList } from '@/modules/rounds/ui/round-list'
import { ArchivedNotice } from '@/modules/groups/ui/archived-notice'
import { Breadcrumb } from '@/ui/breadcrumb'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = ['created', 'changed', 'invited', 'seated', 'removed', 'archived', 'restored'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('title'), robots: { index: false } }
}

export default function GroupPage(props: Props) {
  return answered(() => groupPage(props))
}

async function groupPage({ params, searchParams }: Props) {
  const [{ locale, slug }, asked] = await Promise.all([params, searchParams])
  const frame = await groupFrame({ locale, slug })
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path } = frame
  const [t, members, invited, meetings, decisions, rounds, practices, own] = await Promise.all([
    getTranslations('groups'),
    findMembers(viewer, slug),
    findInvited(viewer, slug),
    findMeetings(viewer, slug),
    findDecisions(viewer, slug),
    findRounds(viewer, slug),
    findHandedIn(viewer, slug, locale),
    findForTerritory(viewer, slug, locale),
  ])
  const keeps = canKeepGroup(viewer, { territoryId: group.territory.id })
  const canKeep = keeps && group.archivedAt === null
  const name = nameOfGroup(group, locale)
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk/group' }, { label: name.value }]} />
      <PageHead
        title={name.value}
        lang={name.language}
        eyebrow={inLanguage(group.territory.name, locale).value}
        actions={keeps && <LinkButton href={`${path}/settings`}>{t('settings')}</LinkButton>}
      >
        {t('private')} {canKeep && t(group.isShown ? 'isShown' : 'isNotShown')}
      </PageHead>
      <ArchivedNotice group={group} />
      {group.demo && (
        <div className="max-w-[45rem]">
          <Notice tone="mark">{t('demo')}</Notice>
        </div>
      )}
      <HandedInList path={path} practices={practices} />
      <MeetingList
        path={path}
        meetings={meetings}
        now={new Date()}
        timeZone={group.territory.timeZone}
        canKeep={canKeep}
      />
      <RoundList path={path} rounds={rounds} timeZone={group.territory.timeZone} canKeep={canKeep} />
      {own.length > 0 && <TerritoryPractices practices={own} />}
      <DecisionList path={path} decisions={decisions} canKeep={canKeep} />
      <GroupDocuments viewer={viewer} locale={locale} of={{ kind: 'group', id: group.id }} asked={asked} />
      <MemberList path={path} members={members} invited={invited} canKeep={canKeep} />
      {done !== undefined && <Toast key={done}>{t(`done.${done}`)}</Toast>}
    </Page>
  )
}
