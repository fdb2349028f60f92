import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import type { Locale } from '@/core/localized'
import { canOpenGroups } from '@/modules/groups/group.policy'
import { findOwnRounds } from '@/modules/rounds/review.queries'
import { OwnRounds } from '@/modules/rounds/ui/own-rounds'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { reviewViewer } from './review-viewer'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews')
  return { title: t('title'), robots: { index: false } }
}

export default function ReviewsPage(props: Props) {
  return answered(() => reviewsPage(props))
}

/** The reviewer's desk: what is to do, what is done, until when and how long it takes. */
async function reviewsPage({ params }: Props) {
  const { locale } = await params
  const viewer = await reviewViewer(locale, '/desk/reviews')
  const [t, rounds] = await Promise.all([getTranslations('reviews'), findOwnRounds(viewer)])
  const group = canOpenGroups(viewer) && <LinkButton href="/desk/group">{t('empty.group')}</LinkButton>
  return (
    <Page reading>
      <PageHead title={t('title')} actions={rounds.length > 0 ? group : undefined}>
        {t('lead')}
      </PageHead>
      {rounds.length > 0 ? (
        <OwnRounds rounds={rounds} />
      ) : (
        <EmptyState title={t('empty.title')} action={group}>
          {t('empty.body')}
        </EmptyState>
      )}
    </Page>
  )
}
