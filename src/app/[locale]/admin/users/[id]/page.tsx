import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { findGrantableRoles } from '@/modules/accounts/role-place.queries'
import { DisabledBadge } from '@/modules/accounts/ui/disabled-badge'
import { RoleForm } from '@/modules/accounts/ui/role-form.client'
import { UserSheet } from '@/modules/accounts/ui/user-sheet'
import { getUser } from '@/modules/accounts/user.queries'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { UsersToast } from '@/app/[locale]/admin/users/users-toast'
import { usersViewer } from '@/app/[locale]/admin/users/users-viewer'

type Props = { params: Promise<{ locale: Locale; id: string }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.list')
  return { title: t('title'), robots: { index: false } }
}

export default function UserPage(props: Props) {
  return answered(() => userPage(props))
}

async function userPage({ params, searchParams }: Props) {
  const [{ locale, id }, given] = await Promise.all([params, searchParams])
  const viewer = await usersViewer(locale, `/admin/users/${id}`)
  const user = await orProblem(getUser(viewer, id, locale))
  if (typeof user === 'string') return <RecordProblem problem={user} />
  const [t, roles] = await Promise.all([getTranslations('users.list'), findGrantableRoles(viewer, locale)])
  const held = new Set(user.roles.map(({ value }) => value))
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: t('title'), href: '/admin/users' }, { label: user.name }]} />
      <PageHead title={user.name}>{user.isDisabled && <DisabledBadge />}</PageHead>
      <ClientTexts namespaces={['users', 'accounts', 'errors', 'ui']}>
        <UserSheet user={user}>
          {!user.isOwn && <RoleForm userId={id} roles={roles.filter(({ value }) => !held.has(value))} />}
        </UserSheet>
      </ClientTexts>
      <UsersToast done={paramsOf(given).get('done')} />
    </Page>
  )
}
