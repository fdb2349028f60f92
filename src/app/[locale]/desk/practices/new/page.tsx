import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { GivenParams } from '@/core/address'
import type { Locale } from '@/core/localized'
import { NewRecord } from '@/app/[locale]/desk/new-record'
import { PracticeForm } from '@/modules/practices/ui/practice-form/practice-form.client'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practiceForm')
  return { title: t('newTitle'), robots: { index: false } }
}

export default async function NewPracticePage({ params, searchParams }: Props) {
  const [{ locale }, { draft }] = await Promise.all([params, searchParams])
  return <NewRecord kind="practice" Form={PracticeForm} locale={locale} draft={draft} />
}
