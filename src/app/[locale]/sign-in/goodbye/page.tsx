import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/ui/link-button'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownAccount.gone')
  return { title: t('title'), robots: { index: false } }
}

/** After an account was deleted: says so, and asks nothing. */
export default async function GoodbyePage() {
  const [t, problem] = await Promise.all([getTranslations('ownAccount.gone'), getTranslations('problem')])
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('body')}</PageHead>
      <LinkButton href="/map">{problem('toMap')}</LinkButton>
    </NarrowPage>
  )
}
