import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { pairSchema } from '@/modules/curation/duplicate.schema'
import { type Comparison, getComparison } from '@/modules/curation/merge.queries'
import { ActorMerge } from '@/modules/curation/ui/actor-merge.client'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { MergeFollows } from '@/modules/curation/ui/merge-follows'
import { PairDeed } from '@/modules/curation/ui/pair-deed.client'
import { RelationMerge } from '@/modules/curation/ui/relation-merge.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { formChoices } from '@/app/[locale]/desk/form-choices'
import { orProblem } from '@/app/[locale]/desk/or-problem'

type Props = { params: Promise<{ locale: Locale; kind: string; first: string; second: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('duplicates.merge')
  return { title: t('title'), robots: { index: false } }
}

export default async function MergePage({ params }: Props) {
  const { locale, kind, first, second } = await params
  const viewer = await deskViewer(locale, `/desk/duplicates/${kind}/${first}/${second}`)
  const pair = pairSchema.safeParse({ kind, firstId: first, secondId: second })
  const comparison = pair.success ? await orProblem(getComparison(viewer, pair.data, locale)) : 'notFound'
  if (typeof comparison === 'string') return <RecordProblem problem={comparison} />
  const [t, choices, compared] = await Promise.all([
    getTranslations('duplicates'),
    formChoices(viewer, locale),
    comparedOf(comparison, locale),
  ])
  const shared = {
    compared,
    heads: { first: <CuratedName record={comparison.first} />, second: <CuratedName record={comparison.second} /> },
    children: <MergeFollows comparison={comparison} />,
  }
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk/duplicates' }, { label: t('merge.title') }]} />
      <ClientTexts namespaces={['duplicates', 'actorForm', 'relationForm', 'form', 'errors', 'ui', 'taxonomy']}>
        <PageHead
          title={t('merge.title')}
          actions={
            <PairDeed
              deed="apart"
              pair={{ kind: comparison.kind, firstId: comparison.first.id, secondId: comparison.second.id }}
              names={{ first: comparison.first.name, second: comparison.second.name }}
            />
          }
        >
          {t('merge.lead')}
        </PageHead>
        {comparison.kind === 'actor' ? (
          <ActorMerge {...shared} choices={choices} />
        ) : (
          <RelationMerge {...shared} choices={choices} />
        )}
      </ClientTexts>
    </Page>
  )
}

/** What the form shows of each record, with words that help to choose which one stays. */
async function comparedOf({ kind, proposal, first, second }: Comparison, locale: Locale) {
  const t = await getTranslations('duplicates.merge')
  const side = ({ id, version, name, values, relations, verifiedAt }: Comparison['first']) => ({
    ...{ id, version, name, values },
    facts: [
      ...(kind === 'actor' ? [t('relations', { count: relations })] : []),
      verifiedAt === null ? t('never') : t('confirmed', { date: dateText(locale, verifiedAt, 'month') }),
    ],
  })
  return { kind, proposal, first: side(first), second: side(second) }
}
