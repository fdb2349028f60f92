import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PracticeView } from '@/modules/practices/practice.schema'
import type { ProgrammeEntry } from '@/modules/practices/programme-form.schema'
import type { SimilarPractice } from '@/modules/practices/similar-practice.schema'
import { PracticeFacts } from '@/modules/practices/ui/practice-facts'
import { LinkedActors } from '@/modules/practices/ui/linked-actors'
import { PracticeHead } from '@/modules/practices/ui/practice-head'
import { PracticeMap } from '@/modules/practices/ui/practice-map'
import { PracticeSources } from '@/modules/practices/ui/practice-sources'
import { PracticeStory } from '@/modules/practices/ui/practice-story'
import { ProgrammeFields } from '@/modules/practices/ui/programme-fields'
import { RestsOn } from '@/modules/practices/ui/rests-on'
import { SimilarPractices } from '@/modules/practices/ui/similar-practices'
import type { ShownLine } from '@/modules/relations/ui/relation-map'

/** The page of a practice: its story, what it rests on, facts beside it, sources, and practices like it. */
export function PracticeSheet({
  practice,
  deeds,
  judged,
  themes,
  sectors,
  lines,
  files,
  adoption,
  entries,
  similar,
  themeNames,
}: {
  practice: PracticeView
  /** The row of what this viewer may do with the record. */
  deeds: ReactNode
  /** What groups said of it. */
  judged: ReactNode
  /** In the reader's language. */
  themes: readonly string[]
  sectors: readonly string[]
  lines: readonly ShownLine[]
  /** Pictures and documents; null = there are none. */
  files: ReactNode
  /** Who adopted it, and what the viewer's territory may say; null where nobody could have. */
  adoption: ReactNode
  entries: readonly ProgrammeEntry[]
  similar: readonly SimilarPractice[]
  themeNames: ReadonlyMap<string, string>
}) {
  const t = useTranslations('practices')
  return (
    <>
      <PracticeHead practice={practice} deeds={deeds} />
      <div className="grid gap-x-13 gap-y-6 frame:grid-cols-[minmax(0,1fr)_20rem]">
        <article className="min-w-0">
          <PracticeStory practice={practice} />
          {judged}
          {files !== null && (
            <section aria-labelledby="files" className="mb-8">
              <h2 id="files" className="mb-2 text-md font-semibold">
                {t('files')}
              </h2>
              {files}
            </section>
          )}
          <RestsOn relations={practice.relations} />
          {adoption}
          {practice.links.length > 0 && (
            <section aria-labelledby="sources" className="mb-7">
              <h2 id="sources" className="mb-2 text-md font-semibold">
                {t('sources')}
              </h2>
              <PracticeSources links={practice.links} />
            </section>
          )}
        </article>
        <aside aria-label={t('aside')} className="flex flex-col gap-7">
          <PracticeMap practice={practice} lines={lines} />
          <PracticeFacts practice={practice} sectors={sectors} themes={themes} />
          {practice.actors.length > 0 && <LinkedActors actors={practice.actors} />}
        </aside>
      </div>
      <SimilarPractices similar={similar} themeNames={themeNames} />
      <ProgrammeFields entries={entries} />
    </>
  )
}
