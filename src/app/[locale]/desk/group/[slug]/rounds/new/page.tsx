import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { languageChoices, usualLanguage } from '@/app/[locale]/desk/group/meeting-texts'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { formFields } from '@/core/form-values'
import { newId } from '@/core/id'
import { inLanguage, type Locale } from '@/core/localized'
import { getGroup } from '@/modules/groups/group.queries'
import { nameOfGroup } from '@/modules/groups/group.schema'
import { findCandidatePractices, findInstruments } from '@/modules/rounds/candidate.queries'
import { criteria } from '@/modules/rounds/choices.schema'
import { canKeepRound } from '@/modules/rounds/round.policy'
import { most, usual } from '@/modules/rounds/round.schema'
import { RoundForm } from '@/modules/rounds/ui/round-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds')
  return { title: t('openOne'), robots: { index: false } }
}

export default function NewRoundPage(props: Props) {
  return answered(() => newRoundPage(props))
}

async function newRoundPage({ params }: Props) {
  const { locale, slug } = await params
  const path = `/desk/group/${slug}`
  const viewer = await groupViewer(locale, `${path}/rounds/new`)
  const group = await orProblem(getGroup(viewer, slug))
  if (typeof group === 'string') return <RecordProblem problem={group} />
  if (!canKeepRound(viewer, { territoryId: group.territory.id })) forbidden()
  if (group.archivedAt !== null) return <RecordProblem problem="notFound" />
  const [t, groups, candidates, instruments] = await Promise.all([
    getTranslations('rounds'),
    getTranslations('groups'),
    findCandidatePractices(group),
    findInstruments(group.territory.id),
  ])
  const textOf = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, locale).value
  return (
    <Page>
      <Breadcrumb
        steps={[
          { label: groups('title'), href: '/desk/group' },
          { label: nameOfGroup(group, locale).value, href: path },
          { label: t('openOne') },
        ]}
      />
      <PageHead title={t('openOne')}>{t('openLead')}</PageHead>
      <ClientTexts namespaces={['roundForm', 'errors', 'ui']}>
        <RoundForm
          groupId={group.id}
          id={newId()}
          initial={{ ...formFields({ ...usual, weights: usual.weights }), language: usualLanguage(group, locale) }}
          languages={languageChoices(group, locale)}
          instruments={instruments.map(({ id, name }) => ({ value: id, label: textOf(name) }))}
          practices={candidates.rows.map(({ id, title, isSubmitted, territoryName }) => ({
            value: id,
            label: textOf(title),
            territory: territoryName && textOf(territoryName),
            isHandedIn: isSubmitted,
          }))}
          left={candidates.total - candidates.rows.length}
          criteria={criteria.map((value) => ({ value, label: t(`criterion.${value}`) }))}
          timeZone={group.territory.timeZone}
          maxIntroduction={most.introduction}
          back={path}
        />
      </ClientTexts>
    </Page>
  )
}
