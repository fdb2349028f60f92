import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { RelationForm } from '@/modules/relations/ui/relation-form/relation-form.client'
import { RelationMoves } from '@/modules/relations/ui/relation-moves.client'
import { EditRecord } from '@/app/[locale]/desk/edit-record'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('relationForm')
  return { title: t('editTitle'), robots: { index: false } }
}

export default async function EditRelationPage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams])
  return <EditRecord kind="relation" Form={RelationForm} Moves={RelationMoves} locale={locale} id={id} asked={asked} />
}
