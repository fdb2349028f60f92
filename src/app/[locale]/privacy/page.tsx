import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import type { Locale } from '@/core/localized'
import { AskOwnForm } from '@/modules/privacy/ui/ask-own-form.client'
import { RequestForm } from '@/modules/privacy/ui/request-form.client'
import { RetentionTable } from '@/modules/privacy/ui/retention-table'
import { findTerritories } from '@/modules/territories/territory.queries'
import { getSettings } from '@/platform/settings'
import { getRetention } from '@/platform/settings-retention'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Prose } from '@/ui/prose'
import { proseTags } from '@/ui/prose-tags'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.page')
  return pageMetadata({ title: t('title'), description: t('lead'), path: '/privacy' })
}

export default function PrivacyPage(props: Props) {
  return answered(() => privacyPage(props))
}

const held = ['persons', 'accounts', 'visitors', 'requests', 'log'] as const
const cookies = ['session', 'device', 'language', 'theme'] as const

async function privacyPage({ params }: Props) {
  const { locale } = await params
  const [t, settings, retention, { rows: territories }] = await Promise.all([
    getTranslations('privacy.page'),
    getSettings(),
    getRetention(),
    findTerritories({}, { locale }),
  ])
  return (
    <Page reading>
      <PageHead title={t('title')} />
      <Prose>
        <p className="font-serif text-xl">{t('lead')}</p>
        <h2>{t('who.title')}</h2>
        {settings.legalNotice === null ? (
          <p>{t('who.none')}</p>
        ) : (
          <p className="whitespace-pre-line">{settings.legalNotice}</p>
        )}
        {settings.contact !== null && (
          <p>
            {t('who.contact')}{' '}
            <a href={settings.contact.includes('@') ? `mailto:${settings.contact}` : settings.contact}>
              {settings.contact}
            </a>
          </p>
        )}
        <h2>{t('held.title')}</h2>
        <ul>
          {held.map((key) => (
            <li key={key}>{t.rich(`held.${key}`, proseTags)}</li>
          ))}
        </ul>
        <p>{t('held.not')}</p>
        <h2>{t('keep.title')}</h2>
        <p>{t('keep.lead')}</p>
      </Prose>
      <div className="mt-4">
        <RetentionTable retention={retention} />
      </div>
      <Prose>
        <h2>{t('cookies.title')}</h2>
        <p>{t('cookies.lead')}</p>
        <ul>
          {cookies.map((key) => (
            <li key={key}>{t.rich(`cookies.${key}`, proseTags)}</li>
          ))}
        </ul>
        <h2>{t('rights.title')}</h2>
        <p>{t('rights.one')}</p>
        <p>{t('rights.two')}</p>
      </Prose>
      <ClientTexts namespaces={['privacy', 'errors', 'ui']}>
        <section aria-labelledby="own" className="mt-10 border-t border-rule pt-5">
          <h2 id="own" className="mb-2 font-serif text-xl tracking-serif">
            {t('ownTitle')}
          </h2>
          <p className="mb-4 max-w-[66ch]">{t('ownLead')}</p>
          <AskOwnForm />
        </section>
        <section aria-labelledby="request" className="mt-10 border-t border-rule pt-5">
          <h2 id="request" className="mb-2 font-serif text-xl tracking-serif">
            {t('requestTitle')}
          </h2>
          <p className="mb-4 max-w-[66ch]">{t('requestLead')}</p>
          <RequestForm territories={territories.map(({ id, name }) => ({ value: id, label: name }))} />
        </section>
      </ClientTexts>
    </Page>
  )
}
