import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { PracticeText } from '@/modules/practices/ui/practice-text'

const parts = ['detail', 'evidenceOfSuccess', 'potential', 'furtherInformation'] as const

/** What is read of a practice, in the order of a reader; what nobody wrote is said where it is missed. */
export function PracticeStory({ practice }: { practice: PracticeDetail }) {
  const t = useTranslations('practices')
  const locale = useLocale()
  const pageLanguage = inLanguage(practice.title, locale).language
  return (
    <>
      {parts.map((part) => {
        const text = practice[part]
        if (text === null && part === 'furtherInformation') return null
        return (
          <section key={part} aria-labelledby={part} className="mb-7">
            <h2 id={part} className="mb-2 font-serif text-xl font-medium tracking-serif">
              {t(`part.${part}`)}
            </h2>
            {text === null ? (
              <p className="text-ink-3">{t('notWritten')}</p>
            ) : (
              <PracticeText text={inLanguage(text, locale)} pageLanguage={pageLanguage} />
            )}
          </section>
        )
      })}
      {practice.expertOpinion !== null && (
        <blockquote className="mb-7 border-l-3 border-ink py-1 pl-5">
          <PracticeText text={inLanguage(practice.expertOpinion, locale)} pageLanguage={pageLanguage} />
          <footer className="text-sm text-ink-2">{t('opinionOf')}</footer>
        </blockquote>
      )}
    </>
  )
}
