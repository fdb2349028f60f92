import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { findPersons } from '@/modules/persons/person.queries'
import { PersonList } from '@/modules/persons/ui/person-list'
import { ActorForm } from '@/modules/actors/ui/actor-form/actor-form.client'
import { ActorMoves } from '@/modules/actors/ui/actor-moves.client'
import { EditRecord } from '@/app/[locale]/desk/edit-record'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('actorForm')
  return { title: t('editTitle'), robots: { index: false } }
}

export default async function EditActorPage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams])
  return (
    <EditRecord
      kind="actor"
      Form={ActorForm}
      Moves={ActorMoves}
      locale={locale}
      id={id}
      asked={asked}
      below={async (viewer) => <PersonList actorId={id} persons={await findPersons(viewer, id)} />}
    />
  )
}
