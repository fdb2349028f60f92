import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { dayAfterMonths } from '@/core/retention'
import { findPersons } from '@/modules/persons/person.queries'
import { getRetention } from '@/platform/settings-retention'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { PersonPage } from '@/app/[locale]/desk/actors/[id]/persons/person-page'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('persons.form')
  return { title: t('newTitle'), robots: { index: false } }
}

export default async function NewPersonPage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await deskViewer(locale, `/desk/actors/${id}/persons/new`)
  const present = await orProblem(findPersons(viewer, id))
  if (typeof present === 'string') return <RecordProblem problem={present} />
  const [t, retention] = await Promise.all([getTranslations('persons.form'), getRetention()])
  return (
    <PersonPage
      actorId={id}
      title={t('newTitle')}
      locale={locale}
      initial={{ locale, retainUntil: dayAfterMonths(new Date(), retention.personMonths) }}
    />
  )
}
