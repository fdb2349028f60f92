import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { RecordHistory } from '@/app/[locale]/desk/record-history'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history')
  return { title: t('title'), robots: { index: false } }
}

export default async function PracticeHistoryPage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams])
  return <RecordHistory kind="practice" locale={locale} id={id} asked={asked} />
}
