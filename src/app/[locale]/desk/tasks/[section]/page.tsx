import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { setPageStatus } from '@/platform/reply'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { ProblemPage } from '@/ui/problem-page'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { deskSections } from '@/app/[locale]/desk/sections/desk-sections'

type Props = {
  params: Promise<{ locale: Locale; section: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('title'), robots: { index: false } }
}

const limit = 50

/** All rows of one part of the desk, page by page. */
export default async function TasksPage({ params, searchParams }: Props) {
  const [{ locale, section: name }, { after }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/tasks/${name}`)
  const section = deskSections.find(([known]) => known === name)?.[1]
  const part = await section?.({ viewer, locale, limit, after: typeof after === 'string' ? after : null })
  if (!part) {
    setPageStatus(404)
    return <ProblemPage kind="notFound" />
  }
  const t = await getTranslations('desk')
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk' }, { label: part.title }]} />
      <PageHead title={part.title} eyebrow={t('inAll', { count: part.count })}>
        {part.lead}
      </PageHead>
      {part.count > 0 ? part.rows : <p className="text-ink-2">{part.empty ?? t('nothingHere')}</p>}
      <Pager nextHref={part.next ? `/desk/tasks/${name}?after=${part.next}` : null} label={t('more')} />
    </Page>
  )
}
