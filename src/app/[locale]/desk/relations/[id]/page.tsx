import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
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
  return <EditRecord kind="relation" locale={locale} id={id} asked={asked} />
}
