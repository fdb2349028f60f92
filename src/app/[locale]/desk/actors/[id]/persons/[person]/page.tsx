import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { getPerson } from '@/modules/persons/person.queries'
import { personStateOf, personToForm } from '@/modules/persons/person.schema'
import { RemovePerson } from '@/modules/persons/ui/remove-person.client'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { Notice } from '@/ui/notice'
import { PersonPage } from '@/app/[locale]/desk/actors/[id]/persons/person-page'

type Props = { params: Promise<{ locale: Locale; id: string; person: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('persons.form')
  return { title: t('editTitle'), robots: { index: false } }
}

const tones = { internal: 'mark', waiting: 'warn', public: 'ok', objected: 'bad' } as const

export default async function EditPersonPage({ params }: Props) {
  const { locale, id, person: personId } = await params
  const viewer = await deskViewer(locale, `/desk/actors/${id}/persons/${personId}`)
  const person = await orProblem(getPerson(viewer, id, personId))
  if (typeof person === 'string') return <RecordProblem problem={person} />
  const t = await getTranslations('persons.form')
  const state = personStateOf(person)
  return (
    <PersonPage
      actorId={id}
      title={t('editTitle')}
      locale={locale}
      initial={personToForm(person)}
      notice={<Notice tone={tones[state]}>{t(`state.${state}`)}</Notice>}
    >
      <RemovePerson actorId={id} id={person.id} version={person.version} />
    </PersonPage>
  )
}
