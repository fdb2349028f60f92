import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.confirm')
  return { title: t('doneTitle'), robots: { index: false } }
}

/** Says that the request is filed, and until when it is answered. */
export default async function RequestConfirmedPage() {
  const t = await getTranslations('privacy.confirm')
  return (
    <Page reading>
      <PageHead title={t('doneTitle')}>
        <p className="text-base">{t('doneBody')}</p>
      </PageHead>
    </Page>
  )
}
