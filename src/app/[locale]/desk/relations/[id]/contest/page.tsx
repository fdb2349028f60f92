import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { getContestable } from '@/modules/curation/contest.queries'
import { ContestForm } from '@/modules/curation/ui/contest-form.client'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('contest')
  return { title: t('title'), robots: { index: false } }
}

/** Where a territory says that a relation at whose other end it stands is not so. */
export default async function ContestRelationPage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await deskViewer(locale, `/desk/relations/${id}/contest`)
  const found = await orProblem(getContestable(viewer, id, locale))
  if (typeof found === 'string') return <RecordProblem problem={found} />
  const [t, desk] = await Promise.all([getTranslations('contest'), getTranslations('desk')])
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('form.title')} eyebrow={t('title')}>
        {t('form.lead')}
      </PageHead>
      <div className="mb-6">
        <CuratedName record={found.relation} />
      </div>
      <ClientTexts namespaces={['contest', 'errors', 'ui']}>
        <ContestForm relationId={found.relation.id} territories={found.territories} />
      </ClientTexts>
    </Page>
  )
}
