import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { getSuccession } from '@/modules/curation/succession.queries'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { TakeOver } from '@/modules/curation/ui/take-over.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('succession')
  return { title: t('title'), robots: { index: false } }
}

/** Which relations of a body that was merged its successor carries on. */
export default async function SuccessionPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, `/desk/succession/${id}`)
  const found = await orProblem(getSuccession(viewer, id, locale))
  if (typeof found === 'string') return <RecordProblem problem={found} />
  const [t, desk] = await Promise.all([getTranslations('succession'), getTranslations('desk')])
  const { before, after, own, elsewhere } = found
  const names = { before: before.name, after: after.name }
  const count = typeof done === 'string' && /^\d{1,3}$/.test(done) ? Number(done) : null
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')} eyebrow={before.name}>
        {t('lead', names)}
      </PageHead>
      <div className="mb-6 grid max-w-[45rem] gap-x-8 gap-y-3 sm:grid-cols-2">
        <CuratedName record={before} />
        <CuratedName record={after} />
      </div>
      {own.length + elsewhere.length === 0 && <p className="text-ink-2">{t('none', names)}</p>}
      {own.length > 0 && (
        <ClientTexts namespaces={['succession', 'errors', 'ui']}>
          <TakeOver
            actorId={before.id}
            after={after.name}
            relations={own.map((record) => ({
              ...{ id: record.id, name: record.name },
              row: <CuratedName record={record} />,
            }))}
          />
        </ClientTexts>
      )}
      {elsewhere.length > 0 && (
        <Section id="elsewhere" title={t('elsewhere')}>
          <ul>
            {elsewhere.map((record) => (
              <li key={record.id} className="border-b border-rule py-2.5">
                <CuratedName record={record} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {count !== null && <Toast key={count}>{t('done', { count })}</Toast>}
    </Page>
  )
}
