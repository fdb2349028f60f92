import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { decodeKey, placeIn } from '@/core/page'
import { findSuggestions } from '@/modules/curation/suggestion.queries'
import { SuggestionList } from '@/modules/curation/ui/suggestion-list'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { Tabs } from '@/ui/tabs'
import { Toast } from '@/ui/toast'
import { careViewer } from '@/app/[locale]/desk/care-viewer'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('suggestion.queue')
  return { title: t('title'), robots: { index: false } }
}

const path = '/desk/suggestions'
const positions = { made: ['time', 'id'] } as const

/** What people suggested to the records this viewer answers for. */
export default async function SuggestionsPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await careViewer(locale, path)
  const isDecided = asked.state === 'decided'
  const given = typeof asked.after === 'string' ? decodeKey(asked.after) : null
  const { after } = placeIn({ after: given ?? undefined }, positions, 'made')
  const [t, desk, page] = await Promise.all([
    getTranslations('suggestion.queue'),
    getTranslations('desk'),
    findSuggestions(viewer, { isDecided, after, limit: 50 }),
  ])
  const own = isDecided ? `${path}?state=decided` : path
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <Tabs
        label={t('title')}
        tabs={[
          { href: path, label: t('waiting'), count: page.total, current: !isDecided },
          { href: `${path}?state=decided`, label: t('decided'), current: isDecided },
        ]}
      />
      {page.rows.length === 0 ? (
        <p className="mt-4 text-ink-2">{t(isDecided ? 'emptyDecided' : 'empty')}</p>
      ) : (
        <SuggestionList rows={page.rows} />
      )}
      <Pager
        nextHref={page.next === null ? null : `${own}${isDecided ? '&' : '?'}after=${page.next}`}
        label={t('more')}
      />
      {(asked.done === 'accepted' || asked.done === 'declined') && (
        <Toast key={asked.done}>{t(asked.done === 'accepted' ? 'doneAccepted' : 'doneDeclined')}</Toast>
      )}
    </Page>
  )
}
