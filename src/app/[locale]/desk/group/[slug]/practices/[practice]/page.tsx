import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { wayToGroup } from '@/app/[locale]/desk/group/group-frame'
import { groupViewer } from '@/app/[locale]/desk/group/group-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { practiceEntries } from '@/app/[locale]/practices/practice-entries'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import { inLanguage, type Locale } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { findShownFiles } from '@/modules/files/file.queries'
import { FileList } from '@/modules/files/ui/file-list'
import { getJudgedPractice } from '@/modules/groups/offer.queries'
import { PracticeDownload } from '@/modules/practices/ui/practice-download'
import { PracticeReading } from '@/modules/practices/ui/practice-reading'
import { Breadcrumb } from '@/ui/breadcrumb'
import { LanguageBadge } from '@/ui/language-badge'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string; practice: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.reading')
  return { title: t('title'), robots: { index: false } }
}

export default function JudgedPracticePage(props: Props) {
  return answered(() => judgedPracticePage(props))
}

/** A practice as the group that judges it reads it. */
async function judgedPracticePage({ params }: Props) {
  const { locale, slug, practice: asked } = await params
  const viewer = await groupViewer(locale, `/desk/group/${slug}/practices/${asked}`)
  const found = await orProblem(getJudgedPractice(viewer, { group: slug, practice: asked }, locale))
  if (typeof found === 'string') return <RecordProblem problem={found} />
  const { group, practice, offeredAt } = found
  const [t, groups, way, entries, files] = await Promise.all([
    getTranslations('groups.reading'),
    getTranslations('groups'),
    wayToGroup({ locale, slug }, group),
    practiceEntries(practice, locale),
    findShownFiles(viewer, { kind: 'practice', id: practice.id }),
  ])
  const title = inLanguage(practice.title, locale)
  const isForeign = title.language !== locale
  return (
    <Page reading>
      <Breadcrumb steps={[...way, { label: t('title') }]} />
      <PageHead
        title={title.value}
        lang={isForeign ? title.language : undefined}
        eyebrow={t('title')}
        actions={<PracticeDownload practice={practice} isPublic={false} />}
      >
        {isForeign && <LanguageBadge language={title.language} />}
      </PageHead>
      <div className="mb-6 max-w-[45rem]">
        <Notice tone="mark">
          <b>{t(`state.${practice.status}`)}</b>{' '}
          {practice.status === 'published' ? (
            <Link href={`/practices/${practice.slug}`} prefetch={false}>
              {t('publicPage')}
            </Link>
          ) : (
            <>
              {offeredAt === null
                ? t('own', { territory: practice.territory?.name ?? '' })
                : t('offered', {
                    territory: practice.territory?.name ?? groups('handedIn.commons'),
                    day: dateText(locale, offeredAt, 'day'),
                  })}{' '}
              {t('private')}
            </>
          )}
        </Notice>
      </div>
      <PracticeReading
        practice={practice}
        entries={entries}
        files={files.length > 0 ? <FileList files={files} /> : null}
      />
    </Page>
  )
}
