import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { GivenParams } from '@/core/address'
import type { Locale } from '@/core/localized'
import { NewRecord } from '@/app/[locale]/desk/new-record'
import { ActorForm } from '@/modules/actors/ui/actor-form/actor-form.client'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('actorForm')
  return { title: t('newTitle'), robots: { index: false } }
}

export default async function NewActorPage({ params, searchParams }: Props) {
  const [{ locale }, { draft }] = await Promise.all([params, searchParams])
  return <NewRecord kind="actor" Form={ActorForm} locale={locale} draft={draft} />
}
