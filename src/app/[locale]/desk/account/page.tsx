import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { findOwnRoles } from '@/modules/accounts/account.queries'
import { canKeepSomeApiKeys } from '@/modules/accounts/api-key.policy'
import { findOwnSessions, getOwnAccount } from '@/modules/accounts/own-account.queries'
import { getTwoFactor } from '@/modules/accounts/two-factor.queries'
import { AccountData } from '@/modules/accounts/ui/account-data'
import { HowYouSignIn } from '@/modules/accounts/ui/how-you-sign-in'
import { ProfileForm } from '@/modules/accounts/ui/profile-form.client'
import { SessionList } from '@/modules/accounts/ui/session-list'
import { WhoYouAre } from '@/modules/accounts/ui/who-you-are'
import { canHaveFeed } from '@/modules/groups/feed.policy'
import { getOwnFeed } from '@/modules/groups/feed.queries'
import { CalendarFeed } from '@/modules/groups/ui/calendar-feed.client'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'
import { ownSession } from './own-session'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = ['saved', 'password', 'ended', 'others', 'off', 'calendar'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownAccount')
  return { title: t('title'), robots: { index: false } }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const { id, viewer } = await ownSession(locale, '/desk/account')
  const [t, account, roles, twoFactor, sessions, groups, feed] = await Promise.all([
    getTranslations('ownAccount'),
    getOwnAccount(viewer),
    findOwnRoles(viewer, locale),
    getTwoFactor(viewer),
    findOwnSessions(viewer, id),
    getTranslations('groups.feed'),
    getOwnFeed(viewer),
  ])
  const done = deeds.find((deed) => deed === asked.done)
  const { name, locale: language, digest } = account
  return (
    <Page reading>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['ownAccount', 'groups', 'errors', 'ui']} parts={{ groups: ['feed'] }}>
        <Section id="you" title={t('you.title')}>
          <WhoYouAre email={account.email} roles={roles} />
          <ProfileForm account={{ name, locale: language, digest }} />
        </Section>
        <Section id="signing-in" title={t('signIn.title')}>
          <HowYouSignIn account={account} twoFactor={twoFactor} />
        </Section>
        <Section id="sessions" title={t('sessions.title')}>
          <p className="mb-4 text-ink-2">{t('sessions.lead')}</p>
          <SessionList sessions={sessions} />
        </Section>
        {(feed !== null || canHaveFeed(viewer)) && (
          <Section id="calendar" title={groups('title')}>
            <p className="mb-4 text-ink-2">{groups('lead')}</p>
            <CalendarFeed
              feed={
                feed && {
                  made: dateText(locale, feed.createdAt, 'day'),
                  read: feed.readAt && dateText(locale, feed.readAt, 'day'),
                }
              }
              canHave={canHaveFeed(viewer)}
            />
          </Section>
        )}
        <Section id="data" title={t('data.title')}>
          <AccountData hasKeys={canKeepSomeApiKeys(viewer)} />
        </Section>
        {done !== undefined && <Toast key={JSON.stringify(asked)}>{t(`done.${done}`)}</Toast>}
      </ClientTexts>
    </Page>
  )
}
