import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLanguage } from '@/core/localized'
import { practiceLimits } from '@/modules/practices/practice-limit.schema'
import type { PracticeView } from '@/modules/practices/practice.schema'
import type { ProgrammeEntry, ProgrammeField } from '@/modules/practices/programme-form.schema'
import { LinkedActors } from '@/modules/practices/ui/linked-actors'
import { PracticeText } from '@/modules/practices/ui/practice-text'
import { PracticeSources } from '@/modules/practices/ui/practice-sources'
import { RestsOn } from '@/modules/practices/ui/rests-on'
import { Facts } from '@/ui/facts'

const isText = (field: ProgrammeField): field is keyof typeof practiceLimits => field in practiceLimits

/**
 * A practice for whoever judges it: every field of the programme's form in its order, what nobody wrote said as such, then
 * what it rests on. One column, for a phone. Its title is the page's.
 */
export function PracticeReading({
  practice,
  entries,
  files,
}: {
  practice: PracticeView
  /** As `programmeEntries` makes them. */
  entries: readonly ProgrammeEntry[]
  /** Pictures and documents; null = there are none. */
  files: ReactNode
}) {
  const t = useTranslations('practices')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const pageLanguage = inLanguage(practice.title, locale).language
  const label = (field: ProgrammeField) => t(`programme.field.${field}`)
  const unknown = <span className="text-ink-3">{ui('notKnown')}</span>
  const facts = entries
    .filter(({ field }) => !isText(field))
    .map(({ field, text }) => ({ label: label(field), value: text === '' ? unknown : text }))
  // The opinion is the group's to write: while it judges there is none.
  const texts = entries.filter(
    ({ field, text }) => isText(field) && field !== 'title' && (field !== 'expertOpinion' || text !== ''),
  )
  return (
    <article className="flex max-w-[45rem] flex-col gap-7">
      <section aria-label={t('aside')}>
        <Facts facts={facts} />
      </section>
      {texts.map(({ field, text }) => (
        <section key={field} aria-labelledby={`reading-${field}`}>
          <h2 id={`reading-${field}`} className="mb-1 text-md font-semibold">
            {label(field)}
          </h2>
          {text === '' && <p className="text-ink-3">{ui('notKnown')}</p>}
          {isText(field) && practice[field] !== null && (
            <PracticeText text={inLanguage(practice[field], locale)} pageLanguage={pageLanguage} />
          )}
          {field === 'furtherInformation' && <PracticeSources links={practice.links} />}
        </section>
      ))}
      {files !== null && (
        <section aria-labelledby="reading-files">
          <h2 id="reading-files" className="mb-2 text-md font-semibold">
            {t('files')}
          </h2>
          {files}
        </section>
      )}
      <RestsOn relations={practice.relations} />
      {practice.actors.length > 0 && <LinkedActors actors={practice.actors} />}
    </article>
  )
}
