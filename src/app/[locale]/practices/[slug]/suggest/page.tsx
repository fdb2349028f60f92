import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { SuggestionPage } from '@/app/[locale]/suggestion-page'
import type { Locale } from '@/core/localized'

type Props = {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('suggestion')
  return { title: t('title'), robots: { index: false } }
}

export default function SuggestPracticePage({ params, searchParams }: Props) {
  return answered(async () => {
    const [{ locale, slug }, { done }] = await Promise.all([params, searchParams])
    return SuggestionPage({ kind: 'practice', slug, locale, done })
  })
}
