import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '@/app/metadata'
import { Link } from '@/i18n/navigation'
import { getSettings } from '@/platform/settings'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Prose } from '@/ui/prose'
import { proseTags } from '@/ui/prose-tags'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about')
  return pageMetadata({ title: t('title'), description: t('lead'), path: '/about' })
}

export default async function AboutPage() {
  const [t, settings] = await Promise.all([getTranslations('about'), getSettings()])
  return (
    <Page reading>
      <PageHead title={t('title')} />
      <Prose>
        <p className="font-serif text-xl">{t('lead')}</p>
        <h2>{t('why.title')}</h2>
        <p>{t('why.one')}</p>
        <p>{t('why.two')}</p>
        <h2>{t('what.title')}</h2>
        <ul>
          {(['actors', 'relations', 'territories'] as const).map((key) => (
            <li key={key}>{t.rich(`what.${key}`, proseTags)}</li>
          ))}
        </ul>
        <h2>{t('trust.title')}</h2>
        <p>{t('trust.one')}</p>
        <p>{t('trust.two')}</p>
        <h2>{t('project.title')}</h2>
        <p>{t('project.one')}</p>
        <h2>{t('open.title')}</h2>
        <p>
          {t.rich('open.one', {
            licence: settings.licence,
            api: '/api/v1',
            data: (words) => <Link href="/data">{words}</Link>,
            help: (words) => <Link href="/help">{words}</Link>,
          })}
        </p>
        <p>{t('open.two')}</p>
        {settings.isDemo && (
          <>
            <h2>{t('demo.title')}</h2>
            <p>{t('demo.one')}</p>
          </>
        )}
      </Prose>
    </Page>
  )
}
