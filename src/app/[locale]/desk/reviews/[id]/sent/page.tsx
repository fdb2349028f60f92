import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { answered } from '@/app/answered'
import { reviewViewer } from '@/app/[locale]/desk/reviews/review-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { momentText } from '@/core/date-text'
import { inLanguage, type Locale } from '@/core/localized'
import { closingText } from '@/modules/rounds/closing.schema'
import { getOwnReview } from '@/modules/rounds/review.queries'
import { isToDo } from '@/modules/rounds/round.schema'
import { ForgetOnDevice } from '@/modules/rounds/ui/forget-on-device.client'
import { ReviewHead } from '@/modules/rounds/ui/review-head'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews.sent')
  return { title: t('title'), robots: { index: false } }
}

export default function SentPage(props: Props) {
  return answered(() => sentPage(props))
}

/** Thanks, what happens next, and the next practice. */
async function sentPage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await reviewViewer(locale, `/desk/reviews/${id}/sent`)
  const review = await orProblem(getOwnReview(viewer, id))
  if (typeof review === 'string') return <RecordProblem problem={review} />
  const { round, submittedAt } = review
  if (submittedAt === null) redirect(`/${locale}/desk/reviews/${id}`)
  const [t, all] = await Promise.all([getTranslations('reviews.sent'), getTranslations('reviews')])
  const left = round.rows.filter(({ state }) => isToDo(state))
  const next = left.find(({ title }) => title !== null)
  const steps = [
    ...(review.hindrance === null
      ? [t('change', { closes: closingText(locale, round.closesAt, round.timeZone) })]
      : []),
    t('result'),
    t('answers'),
  ]
  return (
    <>
      <ForgetOnDevice id={id} owner={viewer.userId} />
      <ReviewHead round={round} id={id} />
      <div className="page-frame w-full pt-5 pb-16">
        <div className="max-w-[45rem]">
          <PageHead title={t('title')}>
            {t('on', { at: momentText(locale, submittedAt, round.timeZone) })}{' '}
            {round.state === 'open' && t('left', { count: left.length })}
          </PageHead>
          <div className="mb-8 flex flex-wrap gap-2.5">
            {round.state === 'open' && next !== undefined && next.title !== null && (
              <LinkButton href={`/desk/reviews/${next.id}`} look="primary" size="bar">
                {t('nextOne', { title: inLanguage(next.title, locale).value })}
              </LinkButton>
            )}
            <LinkButton href="/desk/reviews" size="bar">
              {all('back')}
            </LinkButton>
            <LinkButton href={`/desk/reviews/${id}`} size="bar">
              {t('look')}
            </LinkButton>
          </div>
          <h2 className="mb-2 text-md font-semibold">{t('next')}</h2>
          <ul className="flex list-disc flex-col gap-1.5 pl-5">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </div>
      </div>
    </>
  )
}
