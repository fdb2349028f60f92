import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { answered } from '@/app/answered'
import { reviewViewer } from '@/app/[locale]/desk/reviews/review-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { practiceEntries } from '@/app/[locale]/practices/practice-entries'
import { RecordProblem } from '@/app/record-problem'
import { isAppError } from '@/core/app-error'
import { inLanguage, type Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findShownFiles } from '@/modules/files/file.queries'
import { FileList } from '@/modules/files/ui/file-list'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { practiceTexts } from '@/modules/practices/practice-limit.schema'
import type { PracticeView } from '@/modules/practices/practice.schema'
import { PracticeReading } from '@/modules/practices/ui/practice-reading'
import { findEarlierReview, getOwnReview, minutesToRead } from '@/modules/rounds/review.queries'
import type { EarlierReview as Earlier, OwnReview } from '@/modules/rounds/own-review.schema'
import { criteria } from '@/modules/rounds/round.schema'
import { ConflictForm } from '@/modules/rounds/ui/conflict-form.client'
import { DeviceLeftover } from '@/modules/rounds/ui/device-leftover.client'
import { EarlierReview } from '@/modules/rounds/ui/earlier-review'
import { HindranceNotice } from '@/modules/rounds/ui/hindrance-notice'
import { SentNotice } from '@/modules/rounds/ui/sent-notice'
import { OwnAnswers } from '@/modules/rounds/ui/own-answers'
import { OwnWords } from '@/modules/rounds/ui/own-words'
import { ReadingFold } from '@/modules/rounds/ui/reading-fold.client'
import { ReviewForm } from '@/modules/rounds/ui/review-form.client'
import { ReviewHead } from '@/modules/rounds/ui/review-head'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const deeds = ['kept', 'conflict'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews')
  return { title: t('title'), robots: { index: false } }
}

export default function ReviewPage(props: Props) {
  return answered(() => reviewPage(props))
}

/** One practice with its marks: one's own review, to be written, or read once nothing can be written any more. */
async function reviewPage({ params, searchParams }: Props) {
  const [{ locale, id }, asked] = await Promise.all([params, searchParams])
  const viewer = await reviewViewer(locale, `/desk/reviews/${id}`)
  const review = await orProblem(getOwnReview(viewer, id))
  if (typeof review === 'string') return <RecordProblem problem={review} />
  const [t, practice] = await Promise.all([getTranslations('reviews'), practiceToRead(viewer, review, locale)])
  const earlier = practice && (await findEarlierReview(viewer, review, practice))
  const done = deeds.find((deed) => deed === asked.done)
  return (
    <>
      <ReviewHead round={review.round} id={id} />
      <div className="page-frame w-full pt-5">
        <div className="gap-x-13 frame:grid frame:grid-cols-[minmax(0,1fr)_27rem]">
          <div className="min-w-0">
            {practice === null ? (
              <>
                <h1 className="mb-3 font-serif text-2xl tracking-display">{t('list.hidden')}</h1>
                {review.hindrance === null && <Notice tone="warn">{t('unreadable')}</Notice>}
              </>
            ) : (
              <PracticeToJudge viewer={viewer} practice={practice} locale={locale} />
            )}
          </div>
          <div className="min-w-0">
            <div className="flex flex-col gap-3">
              <HindranceNotice review={review} />
              <SentNotice review={review} />
            </div>
            {earlier !== null && <EarlierReview earlier={earlier} />}
            <ClientTexts namespaces={['reviews', 'rounds', 'errors', 'ui', 'form']} parts={clientParts}>
              {review.hindrance === null ? (
                <>
                  <ConflictForm id={id} version={review.version} wasSent={review.submittedAt !== null} />
                  <ReviewForm
                    key={`${id} ${String(review.submittedAt)}`}
                    id={id}
                    owner={viewer.userId}
                    stored={{
                      version: review.version,
                      writer: review.draft?.writer ?? null,
                      savedAt: review.savedAt?.toISOString() ?? null,
                      fields: review.draft?.fields ?? review.sent ?? {},
                    }}
                    notes={await notesOf(review, earlier, locale)}
                  />
                </>
              ) : (
                <>
                  <OwnAnswers remarks={review.answered} />
                  <OwnWords
                    fields={review.draft?.fields ?? review.sent ?? {}}
                    title={t(review.draft === null && review.sent !== null ? 'own.sent' : 'own.title')}
                  />
                  <DeviceLeftover id={id} owner={viewer.userId} known={review.draft?.fields ?? review.sent ?? {}} />
                </>
              )}
            </ClientTexts>
          </div>
        </div>
        <Neighbours review={review} />
      </div>
      {done !== undefined && <Toast key={done}>{t(`done.${done}`)}</Toast>}
    </>
  )
}

const clientParts = {
  reviews: ['criterion', 'mark', 'general', 'recommendation', 'bar', 'stale', 'conflict', 'device'],
  rounds: ['criterion', 'recommendation'],
  form: ['conflict'],
}

/** The practice, where this reviewer may read it still: null where it was taken back, or they left the group. */
async function practiceToRead(viewer: Viewer, review: OwnReview, locale: Locale): Promise<PracticeView | null> {
  try {
    return await getPractice(viewer, review.practiceId, locale)
  } catch (error) {
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'gone')) return null
    throw error
  }
}

async function PracticeToJudge({
  viewer,
  practice,
  locale,
}: {
  viewer: Viewer
  practice: PracticeView
  locale: Locale
}) {
  const [t, entries, files] = await Promise.all([
    getTranslations('reviews'),
    practiceEntries(practice, locale),
    findShownFiles(viewer, { kind: 'practice', id: practice.id }),
  ])
  const title = inLanguage(practice.title, locale)
  const summary = practice.summary && inLanguage(practice.summary, locale)
  const texts = practiceTexts.flatMap((field) => {
    const text = practice[field]
    return text === null ? [] : [inLanguage(text, locale).value]
  })
  return (
    <>
      <p className="text-xs font-label text-ink-2">
        {practice.territory === null ? t('eyebrowPlain') : t('eyebrow', { territory: practice.territory.name })}
      </p>
      <h1
        lang={title.language === locale ? undefined : title.language}
        className="font-serif text-2xl tracking-display wrap-break-word sm:text-3xl"
      >
        {title.value}
      </h1>
      {summary !== null && (
        <p lang={summary.language === locale ? undefined : summary.language} className="mt-2 text-lg">
          {summary.value}
        </p>
      )}
      <ReadingFold label={t('read', { minutes: minutesToRead(texts) })}>
        <PracticeReading
          practice={practice}
          entries={entries}
          files={files.length > 0 ? <FileList files={files} /> : null}
        />
      </ReadingFold>
    </>
  )
}

/** What stands beside each criterion: the instrument of the round, and the mark of the last time. */
async function notesOf(review: OwnReview, earlier: Earlier | null, locale: Locale) {
  const t = await getTranslations('reviews.mark')
  const { instrument } = review.round
  const of = (criterion: (typeof criteria)[number]): string[] => {
    const last = earlier?.fields[`${criterion}Mark`]
    return [
      ...(criterion === 'relevance' && instrument !== null
        ? [t('instrument', { name: inLanguage(instrument, locale).value })]
        : []),
      ...(last === undefined ? [] : [t('last', { mark: last })]),
    ]
  }
  return {
    evidence: of('evidence'),
    transferability: of('transferability'),
    relevance: of('relevance'),
    clarity: of('clarity'),
    resources: of('resources'),
  }
}

async function Neighbours({ review }: { review: OwnReview }): Promise<ReactNode> {
  const { previousId, nextId } = review
  const t = await getTranslations('reviews')
  if (previousId === null && nextId === null) return <div className="pb-16" />
  return (
    <nav aria-label={t('others')} className="mt-8 flex flex-wrap justify-between gap-2 pb-16">
      {previousId === null ? <span /> : <LinkButton href={`/desk/reviews/${previousId}`}>{t('previous')}</LinkButton>}
      {nextId !== null && <LinkButton href={`/desk/reviews/${nextId}`}>{t('next')}</LinkButton>}
    </nav>
  )
}
