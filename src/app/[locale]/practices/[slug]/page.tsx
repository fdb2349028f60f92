import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered, describedOrBare } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { themeNames, themeWords } from '@/app/[locale]/code-names'
import { PracticeAdoption } from '@/app/[locale]/practices/practice-adoption'
import { PracticeDeeds } from '@/app/[locale]/practices/practice-deeds'
import { practiceEntries } from '@/app/[locale]/practices/practice-entries'
import { RecordProblem } from '@/app/record-problem'
import { StructuredData } from '@/app/structured-data'
import { inLanguage, type Locale } from '@/core/localized'
import { permanentRedirect } from '@/i18n/navigation'
import { previewOf } from '@/modules/files/file.schema'
import { FileList } from '@/modules/files/ui/file-list'
import { findLines } from '@/modules/map/map.queries'
import { practiceToJsonLd } from '@/modules/practices/practice.jsonld'
import { findSimilarPractices } from '@/modules/practices/similar-practice.queries'
import { PracticeDownload } from '@/modules/practices/ui/practice-download'
import { PracticeSheet } from '@/modules/practices/ui/practice-sheet'
import { findPublicResults } from '@/modules/rounds/outcome.queries'
import { PublicResults } from '@/modules/rounds/ui/public-results'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { currentViewer } from '@/platform/session'
import { getSettings } from '@/platform/settings'
import { Page } from '@/ui/page'
import { RecordSource } from '@/ui/record-source'
import { practiceFiles, practiceFound } from './practice-found'

type Props = {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return describedOrBare(() => metadataOf(props))
}

async function metadataOf({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const result = await practiceFound(slug, locale)
  if (!('item' in result))
    return { title: (await getTranslations('problem'))('notFound.label'), robots: { index: false } }
  const { id, title, summary, status, visibility, slug: own } = result.item
  return pageMetadata({
    title: inLanguage(title, locale).value,
    ...(summary !== null && { description: inLanguage(summary, locale).value }),
    path: `/practices/${own}`,
    preview: previewOf(await practiceFiles(id), locale),
    index: status === 'published' && visibility === 'public',
  })
}

export default function PracticePage(props: Props) {
  return answered(() => practicePage(props))
}

/** Of so many relations the lines are drawn on the small map. */
const mostDrawn = 12

async function practicePage({ params, searchParams }: Props) {
  const [{ locale, slug }, { done }] = await Promise.all([params, searchParams])
  const result = await practiceFound(slug, locale)
  if ('movedTo' in result) return permanentRedirect({ href: `/practices/${result.movedTo}`, locale })
  if ('problem' in result) return <RecordProblem problem={result.problem} />
  const practice = result.item
  const isPublic = practice.status === 'published' && practice.visibility === 'public'
  const [viewer, settings, themes, names, entries, similar, judged, files, lines] = await Promise.all([
    currentViewer(),
    getSettings(),
    themeWords(practice.themes, locale),
    themeNames(locale),
    practiceEntries(practice, locale),
    isPublic ? findSimilarPractices(practice.id, locale) : [],
    isPublic ? findPublicResults(practice.id) : [],
    practiceFiles(practice.id),
    Promise.all(practice.relations.slice(0, mostDrawn).map(({ id }) => findLines({ relation: id }, {}, locale))),
  ])
  return (
    <Page>
      {isPublic && <StructuredData data={practiceToJsonLd(practice, (to) => `${settings.url}/${locale}${to}`)} />}
      <PracticeSheet
        practice={practice}
        deeds={
          <>
            <PracticeDownload practice={practice} isPublic={isPublic} />
            <PracticeDeeds
              viewer={viewer}
              practice={practice}
              locale={locale}
              done={typeof done === 'string' ? done : null}
            />
          </>
        }
        judged={isPublic ? <PublicResults results={judged} /> : null}
        themes={themes}
        sectors={practice.sectors.map((code) => sectorName(code, locale))}
        lines={lines.flat()}
        adoption={
          practice.status === 'published' && <PracticeAdoption viewer={viewer} practice={practice} locale={locale} />
        }
        files={files.length > 0 ? <FileList files={files} /> : null}
        entries={entries}
        similar={similar}
        themeNames={new Map(names.map(({ value, label }) => [value, label]))}
      />
      <RecordSource source={practice.source} demo={practice.demo} licence={settings.licence} locale={locale} />
    </Page>
  )
}
