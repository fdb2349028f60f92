import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { roundFrame } from '@/app/[locale]/desk/group/round-frame'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import { inLanguage, type Locale } from '@/core/localized'
import { dayEndingAt } from '@/core/zoned-time'
import { planAssignment } from '@/modules/rounds/assignment.queries'
import { AssignForm } from '@/modules/rounds/ui/assign-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rounds')
  return { title: t('assign'), robots: { index: false } }
}

export default function AssignmentPage(props: Props) {
  return answered(() => assignmentPage(props))
}

async function assignmentPage({ params }: Props) {
  const { locale, slug, id } = await params
  const frame = await roundFrame({ locale, slug, id }, '/assignment')
  if (typeof frame === 'string') return <RecordProblem problem={frame} />
  const { viewer, group, round, at, way } = frame
  const plan = await orProblem(planAssignment(viewer, { group, round }))
  if (typeof plan === 'string') return <RecordProblem problem={plan} />
  const t = await getTranslations('rounds')
  const title = inLanguage(round.title, locale).value
  const lastDay = dayEndingAt(group.territory.timeZone, round.closesAt)
  const titles = new Map(
    round.practices.map((one) => [one.practiceId, one.title && inLanguage(one.title, locale).value]),
  )
  return (
    <Page>
      <Breadcrumb steps={[...way, { label: t('assign') }]} />
      <PageHead title={t('assign')}>{t('assignLead')}</PageHead>
      {round.state !== 'open' ? (
        <>
          <Notice tone="warn">{t('notOpen')}</Notice>
          <p className="mt-4">
            <LinkButton href={at}>{title}</LinkButton>
          </p>
        </>
      ) : (
        <ClientTexts namespaces={['roundForm', 'errors', 'ui']}>
          <AssignForm
            id={round.id}
            rows={plan.rows.map(({ practiceId, cells }) => ({
              practiceId,
              title: titles.get(practiceId) ?? t('hiddenPractice'),
              wanted: round.perPractice,
              cells,
            }))}
            reviewers={plan.reviewers.map(({ userId, name, until }) => ({
              userId,
              name,
              note:
                until !== null && until < lastDay
                  ? t('termEnds', { day: dateText(locale, new Date(until), 'day') })
                  : null,
            }))}
            proposed={plan.proposed}
            back={at}
            invite={`/desk/group/${group.slug}/members/new`}
          />
        </ClientTexts>
      )}
    </Page>
  )
}
