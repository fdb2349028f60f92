import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { tagNames, themeNames } from '@/app/[locale]/code-names'
import type { Locale } from '@/core/localized'
import { canChangeCodes } from '@/modules/taxonomy/code-entry.policy'
import { CodeForm } from '@/modules/taxonomy/ui/code-form.client'
import { CodeTable } from '@/modules/taxonomy/ui/code-table'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('codes')
  return { title: t('title'), robots: { index: false } }
}

export default function CodesPage(props: Props) {
  return answered(() => codesPage(props))
}

async function codesPage({ params, searchParams }: Props) {
  const [{ locale }, { done }] = await Promise.all([params, searchParams])
  await adminViewer(locale, '/admin/codes', canChangeCodes)
  const [admin, t, themes, tags] = await Promise.all([
    getTranslations('admin'),
    getTranslations('codes'),
    themeNames(locale),
    tagNames(locale),
  ])
  return (
    <Page>
      <Breadcrumb steps={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]} />
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['codes', 'errors', 'ui']}>
        <div className="grid gap-x-13 gap-y-8 frame:grid-cols-[minmax(0,1fr)_23.75rem]">
          <div className="min-w-0">
            <Section id="themes" title={t('themes')}>
              <CodeTable list="theme" codes={themes} caption={t('themes')} />
            </Section>
            <Section id="tags" title={t('tags')}>
              {tags.length === 0 ? (
                <p className="text-ink-2">{t('noTags')}</p>
              ) : (
                <CodeTable list="tag" codes={tags} caption={t('tags')} />
              )}
            </Section>
          </div>
          <Section id="add" title={t('add')}>
            <CodeForm />
          </Section>
        </div>
      </ClientTexts>
      {done === 'saved' && <Toast>{t('saved')}</Toast>}
    </Page>
  )
}
