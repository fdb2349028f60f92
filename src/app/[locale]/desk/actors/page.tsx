import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { GivenParams } from '@/core/address'
import type { Locale } from '@/core/localized'
import { DeskListing } from '@/app/[locale]/desk/desk-listing'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulk')
  return { title: t('title.actor'), robots: { index: false } }
}

export default async function DeskActorsPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  return <DeskListing kind="actor" locale={locale} given={given} />
}
