import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canSeeUsers } from '@/modules/accounts/account.policy'
import { canChangeSettings, canReadAudit, canReadOutbox } from '@/modules/administration/administration.policy'
import { countMails } from '@/modules/administration/outbox.queries'
import { AdminParts } from '@/modules/administration/ui/admin-parts'
import { canChangeCodes } from '@/modules/taxonomy/code-entry.policy'
import { canEditSomeTerritory } from '@/modules/territories/territory.policy'
import { canRunRetention } from '@/modules/privacy/retention.policy'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('title'), robots: { index: false } }
}

/** The parts of administration, each for whom it opens. */
const parts = [
  ['users', canSeeUsers],
  ['territories', canEditSomeTerritory],
  ['outbox', canReadOutbox],
  ['audit', canReadAudit],
  ['codes', canChangeCodes],
  ['settings', canChangeSettings],
  ['retention', canRunRetention],
] as const satisfies readonly (readonly [string, (viewer: Viewer | null) => boolean])[]

export default function AdminPage(props: { params: Promise<{ locale: Locale }> }) {
  return answered(() => adminPage(props))
}

async function adminPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const viewer = await adminViewer(locale, '/admin', canReadAudit)
  const [t, mails] = await Promise.all([getTranslations('admin'), canReadOutbox(viewer) ? countMails(viewer) : null])
  const open = parts.filter(([, may]) => may(viewer)).map(([name]) => name)
  return (
    <Page>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <AdminParts
        parts={open.map((name) => ({
          href: `/admin/${name}`,
          title: t(`${name}.title`),
          body: t(`part.${name}`),
          ...(name === 'outbox' &&
            mails !== null &&
            mails.failed > 0 && { warning: t('failed', { count: mails.failed }) }),
        }))}
      />
    </Page>
  )
}
