import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import type { EarlierReview as Earlier } from '@/modules/rounds/own-review.schema'
import { TextDiff } from '@/ui/text-diff'

/** The practice came back: when one judged it, and what of its texts changed since. */
export function EarlierReview({ earlier }: { earlier: Earlier }) {
  const t = useTranslations('reviews.again')
  const practices = useTranslations('practices.programme.field')
  const locale = useLocale()
  const { changes } = earlier
  return (
    <section aria-labelledby="again" className="my-5 rounded-md bg-mark-soft px-4 py-3.5">
      <h2 id="again" className="text-md font-semibold">
        {t('title')}
      </h2>
      <p className="text-sm">
        {t('lead', {
          round: inLanguage(earlier.roundTitle, locale).value,
          at: dateText(locale, earlier.submittedAt, 'day'),
        })}
      </p>
      {changes === null ? (
        <p className="mt-1.5 text-sm">{t('unknown')}</p>
      ) : changes.length === 0 ? (
        <p className="mt-1.5 text-sm">{t('same')}</p>
      ) : (
        <details className="mt-1.5">
          <summary className="inline-block py-1.5 font-label underline underline-offset-2">{t('changes')}</summary>
          <dl className="mt-1 rounded-md bg-sheet px-3.5 py-1">
            {changes.map(({ field, before, after, language }) => (
              <div key={field} className="border-b border-rule py-2.5 last:border-0">
                <dt className="text-sm font-semibold">{practices(field)}</dt>
                <dd className="text-md">
                  <TextDiff before={before} after={after} lang={language} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
