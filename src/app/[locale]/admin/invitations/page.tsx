import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { type GivenParams, paramsOf } from '@/core/address'
import { languageName } from '@/core/language'
import { type Locale, locales } from '@/core/localized'
import { findInvitations } from '@/modules/accounts/invitation.queries'
import { findGrantableRoles } from '@/modules/accounts/role-place.queries'
import { InvitationList } from '@/modules/accounts/ui/invitation-list'
import { InviteForm } from '@/modules/accounts/ui/invite-form.client'
import { UsersTabs } from '@/modules/accounts/ui/users-tabs'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { UsersToast } from '@/app/[locale]/admin/users/users-toast'
import { usersViewer } from '@/app/[locale]/admin/users/users-viewer'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.invitations')
  return { title: t('title'), robots: { index: false } }
}

export default function InvitationsPage(props: Props) {
  return answered(() => invitationsPage(props))
}

async function invitationsPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const viewer = await usersViewer(locale, '/admin/invitations')
  const [t, invite, invitations, roles] = await Promise.all([
    getTranslations('users.invitations'),
    getTranslations('users.invite'),
    findInvitations(viewer, locale),
    findGrantableRoles(viewer, locale),
  ])
  const languages = locales.map((value) => ({ value, label: languageName(value, locale) }))
  return (
    <Page>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <UsersTabs now="invitations" />
      <ClientTexts namespaces={['users', 'accounts', 'errors', 'ui']}>
        <h2 className="mb-3 text-lg font-semibold">{invite('title')}</h2>
        <InviteForm roles={roles} languages={languages} language={locale} />
        <Section id="sent" title={t('sent')}>
          {invitations.length === 0 ? (
            <p className="text-sm text-ink-2">{t('none')}</p>
          ) : (
            <InvitationList invitations={invitations} />
          )}
        </Section>
      </ClientTexts>
      <UsersToast done={paramsOf(given).get('done')} />
    </Page>
  )
}
