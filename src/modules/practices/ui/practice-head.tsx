import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { languageInSentence, languageName } from '@/core/language'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { usePeriod } from '@/modules/practices/ui/use-period'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Disc } from '@/ui/disc'
import { Notice } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { RecordState } from '@/ui/record-state'

/** Title, what it is in a sentence, who is in charge, and to those who keep it the way to edit. */
export function PracticeHead({ practice, deeds }: { practice: PracticeDetail; deeds: ReactNode }) {
  const t = useTranslations('practices')
  const kind = useTranslations('taxonomy.kind')
  const locale = useLocale()
  const period = usePeriod()
  const title = inLanguage(practice.title, locale)
  const summary = practice.summary && inLanguage(practice.summary, locale)
  const { inCharge } = practice
  const [axis] = practice.axes
  const facts = [practice.scope && t('scopeOf', { scope: practice.scope }), period(practice)].filter(
    (fact) => fact !== null && fact !== '',
  )
  const isForeign = title.language !== locale
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/practices' },
          { label: axis === undefined ? t('one') : t(`axis.${axis}`) },
        ]}
      />
      <PageHead title={title.value} lang={isForeign ? title.language : undefined} actions={deeds}>
        {summary !== null && (
          <p
            lang={summary.language === locale ? undefined : summary.language}
            className="font-serif text-lg tracking-serif text-ink-2 sm:text-xl"
          >
            {summary.value}
          </p>
        )}
        <ul className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-md">
          {inCharge !== null && (
            <li className="flex items-center gap-2">
              <Disc kind={inCharge.kind} size={22} label={kind(inCharge.kind)} />
              <Link
                href={`/actors/${inCharge.slug}`}
                prefetch={false}
                lang={inCharge.language === locale ? undefined : inCharge.language}
                className="text-ink"
              >
                {inCharge.name}
              </Link>
            </li>
          )}
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </PageHead>
      <RecordState status={practice.status} visibility={practice.visibility} sentBackReason={practice.sentBackReason} />
      {isForeign && (
        <div className="mb-5 max-w-[45rem]">
          <Notice tone="mark">
            {t('writtenIn', { language: languageInSentence(languageName(title.language, locale), locale) })}
          </Notice>
        </div>
      )}
      {practice.fictitious && <Notice tone="warn">{t('fictitious')}</Notice>}
    </>
  )
}
