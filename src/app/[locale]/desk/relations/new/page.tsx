import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { GivenParams } from '@/core/address'
import type { Locale } from '@/core/localized'
import { NewRecord } from '@/app/[locale]/desk/new-record'
import { RelationForm } from '@/modules/relations/ui/relation-form/relation-form.client'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('relationForm')
  return { title: t('newTitle'), robots: { index: false } }
}

export default async function NewRelationPage({ params, searchParams }: Props) {
  const [{ locale }, { draft }] = await Promise.all([params, searchParams])
  return <NewRecord kind="relation" Form={RelationForm} locale={locale} draft={draft} />
}
