import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import type { Locale } from '@/core/localized'
import { canMakeSomeGroup } from '@/modules/groups/group.policy'
import { findGroups } from '@/modules/groups/group.queries'
import { GroupList } from '@/modules/groups/ui/group-list'
import { EmptyState } from '@/ui/empty-state'
import { Fold } from '@/ui/fold'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { groupViewer } from './group-viewer'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('title'), robots: { index: false } }
}

export default function GroupsPage(props: Props) {
  return answered(() => groupsPage(props))
}

async function groupsPage({ params }: Props) {
  const { locale } = await params
  const viewer = await groupViewer(locale, '/desk/group')
  const [t, reviews, groups, archived] = await Promise.all([
    getTranslations('groups'),
    getTranslations('reviews'),
    findGroups(viewer),
    findGroups(viewer, { archived: true }),
  ])
  const isReviewer = viewer.memberships.some(({ role }) => role === 'reviewer')
  const make = canMakeSomeGroup(viewer) && <LinkButton href="/desk/group/new">{t('make')}</LinkButton>
  return (
    <Page>
      <PageHead
        title={t('title')}
        actions={
          <>
            {isReviewer && <LinkButton href="/desk/reviews">{reviews('ways')}</LinkButton>}
            {groups.length > 0 && make}
          </>
        }
      >
        {t('lead')}
      </PageHead>
      {groups.length > 0 ? (
        <GroupList groups={groups} />
      ) : (
        <EmptyState title={t('empty')} action={make}>
          {make ? t('emptyKeeper') : t('emptyReader')}
        </EmptyState>
      )}
      {archived.length > 0 && (
        <div className="mt-8">
          <Fold label={t('archive.list', { count: archived.length })}>
            <GroupList groups={archived} />
          </Fold>
        </div>
      )}
    </Page>
  )
}
