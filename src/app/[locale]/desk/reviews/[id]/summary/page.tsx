import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { answered } from '@/app/answered'
import { reviewViewer } from '@/app/[locale]/desk/reviews/review-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { isAppError } from '@/core/app-error'
import { inLanguage, type Locale } from '@/core/localized'
import { sendReviewHere } from '@/modules/rounds/review.actions'
import { getOwnReview } from '@/modules/rounds/review.queries'
import { type OwnReview } from '@/modules/rounds/own-review.schema'
import { completeReview } from '@/modules/rounds/review.schema'
import { ReviewHead } from '@/modules/rounds/ui/review-head'
import { ReviewSummary } from '@/modules/rounds/ui/review-summary'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews.summary')
  return { title: t('title'), robots: { index: false } }
}

export default function SummaryPage(props: Props) {
  return answered(() => summaryPage(props))
}

/** What is sent, before it is sent. Where something is missing, or nothing is to be sent, the way leads back. */
async function summaryPage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await reviewViewer(locale, `/desk/reviews/${id}/summary`)
  const review = await orProblem(getOwnReview(viewer, id))
  if (typeof review === 'string') return <RecordProblem problem={review} />
  const complete = completeOr(review)
  if (complete === null) redirect(`/${locale}/desk/reviews/${id}`)
  const t = await getTranslations('reviews.summary')
  const title = review.round.rows.find((row) => row.id === id)?.title ?? null
  return (
    <>
      <ReviewHead round={review.round} id={id} />
      <div className="page-frame w-full pt-5 pb-16">
        <div className="max-w-[45rem]">
          <PageHead title={t('title')} eyebrow={title === null ? undefined : inLanguage(title, locale).value}>
            {t('lead')}
          </PageHead>
          <ReviewSummary review={complete} weights={review.weights} />
          <ClientTexts namespaces={['errors', 'ui']}>
            <div className="flex flex-wrap items-start gap-2.5">
              <DeedForm
                action={sendReviewHere}
                values={{ id, version: review.version }}
                submit={t('send')}
                busy={t('sending')}
                look="primary"
                size="bar"
              />
              <LinkButton href={`/desk/reviews/${id}`} size="bar">
                {t('change')}
              </LinkButton>
            </div>
          </ClientTexts>
        </div>
      </div>
    </>
  )
}

function completeOr({ hindrance, draft }: OwnReview) {
  if (hindrance !== null || draft === null) return null
  try {
    return completeReview(draft.fields)
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}
