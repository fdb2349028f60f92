import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { UserList } from '@/modules/accounts/ui/user-list'
import { UsersTabs } from '@/modules/accounts/ui/users-tabs'
import { findUsers } from '@/modules/accounts/user.queries'
import { userFilterOf } from '@/modules/accounts/user.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { UsersToast } from './users-toast'
import { usersViewer } from './users-viewer'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.list')
  return { title: t('title'), robots: { index: false } }
}

export default function UsersPage(props: Props) {
  return answered(() => usersPage(props))
}

/** Coordinators see editors and reviewers of their territory, administrators everybody (5-permissions). */
async function usersPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const viewer = await usersViewer(locale, '/admin/users')
  const query = paramsOf(given)
  const done = query.get('done')
  query.delete('done')
  const [t, page, territories] = await Promise.all([
    getTranslations('users.list'),
    findUsers(viewer, userFilterOf(query), { limit: 50, locale }),
    findTerritories({}, { locale }),
  ])
  return (
    <Page>
      <PageHead title={t('title')} actions={<LinkButton href="/admin/invitations">{t('invite')}</LinkButton>}>
        {t('lead')}
      </PageHead>
      <UsersTabs now="users" />
      <UserList
        params={query}
        page={page}
        territories={territories.rows.filter(({ id }) => viewer.can('coordinator', id))}
      />
      <UsersToast done={done} />
    </Page>
  )
}
