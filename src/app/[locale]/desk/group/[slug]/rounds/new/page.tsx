import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { workingGroupFrame } from '@/app/[locale]/desk/group/group-frame'
import { languagesOf, usualLanguage } from '@/app/[locale]/desk/group/meeting-texts'
import { RecordProblem } from '@/app/record-problem'
import { zoneText } from '@/core/date-text'
import { formFields } from '@/core/form-values'
import { newId } from '@/core/id'
import { inLanguage, type Locale } from '@/core/localized'
import { findCandidatePractices, findInstruments } from '@/modules/rounds/candidate.queries'
import { criteria } from '@/modules/rounds/choices.schema'
import { most, usual } from '@/modules/rounds/round.schema'
import { RoundForm } from '@/modules/rounds/ui/round-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { SearchForm } from '@/ui/search-form'

type Props = {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds')
  return { title: t('openOne'), robots: { index: false } }
}

export default function NewRoundPage(props: Props) {
  return answered(() => newRoundPage(props))
}

async function newRoundPage({ params, searchParams }: Props) {
  const [{ locale, slug }, asked] = await Promise.all([params, searchParams])
  const frame = await workingGroupFrame({ locale, slug }, '/rounds/new')
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, path, way } = frame
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 200) : ''
  const [t, form, candidates, instruments] = await Promise.all([
    getTranslations('rounds'),
    getTranslations('roundForm'),
    findCandidatePractices(viewer, slug, { q, locale }),
    findInstruments(group.territory.id),
  ])
  const textOf = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, locale).value
  return (
    <Page>
      <Breadcrumb steps={[...way, { label: t('openOne') }]} />
      <PageHead title={t('openOne')}>{t('openLead')}</PageHead>
      {(candidates.left > 0 || q !== '') && (
        <noscript>
          <div className="mb-6">
            <SearchForm
              action={`/${locale}${path}/rounds/new`}
              params={new URLSearchParams(q === '' ? {} : { q })}
              label={form('find')}
              submit={form('findNow')}
            />
          </div>
        </noscript>
      )}
      <ClientTexts namespaces={['roundForm', 'errors', 'ui']}>
        <RoundForm
          groupId={group.id}
          owner={viewer.userId}
          id={newId()}
          initial={{ ...formFields({ ...usual, weights: usual.weights }), language: usualLanguage(group, locale) }}
          languages={languagesOf(group, locale)}
          territory={group.territory.slug}
          instruments={instruments.map(({ id, name }) => ({ value: id, label: textOf(name) }))}
          practices={candidates}
          criteria={criteria.map((value) => ({ value, label: t(`criterion.${value}`) }))}
          timeZone={zoneText(locale, new Date(), group.territory.timeZone, 'longGeneric')}
          maxIntroduction={most.introduction}
          back={path}
        />
      </ClientTexts>
    </Page>
  )
}
