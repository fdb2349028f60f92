import { useTranslations } from 'next-intl'
import type { ReviewFields } from '@/modules/rounds/review-content.schema'
import { useReviewParts } from '@/modules/rounds/ui/use-review-parts'

/** What somebody wrote in a review, to be read and copied. */
export function OwnWords({ fields, title }: { fields: ReviewFields; title: string }) {
  const t = useTranslations('reviews.own')
  const parts = useReviewParts()
  const said = parts.flatMap((part) => {
    const text = part.show(fields)
    return text === '' ? [] : [{ label: part.label, text }]
  })
  return (
    <section aria-labelledby="own-words" className="mt-6">
      <h2 id="own-words" className="mb-2 text-lg font-semibold">
        {title}
      </h2>
      {said.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <dl className="border-t border-rule">
          {said.map(({ label, text }) => (
            <div key={label} className="border-b border-rule py-2.5">
              <dt className="text-sm font-label text-ink-2">{label}</dt>
              <dd className="wrap-break-word whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
