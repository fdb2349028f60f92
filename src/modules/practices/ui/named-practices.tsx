import { useLocale, useTranslations } from 'next-intl'
import type { Page } from '@/core/page'
import { Link } from '@/i18n/navigation'
import type { PracticeSummary } from '@/modules/practices/practice.schema'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'

/** The practices that rest on a record, on its page; nothing where there are none. `all`: where the rest of them is. */
export function NamedPractices({
  of,
  page,
  all,
}: {
  of: 'actor' | 'relation' | 'territory'
  page: Page<PracticeSummary>
  all?: string
}) {
  const t = useTranslations('practices')
  const locale = useLocale()
  if (page.rows.length === 0) return null
  const langOf = ({ language }: { language: string }) => (language === locale ? undefined : language)
  return (
    <Section id="practices" title={t(`named.${of}`)}>
      <ul className="border-t border-rule">
        {page.rows.map(({ id, slug, title, summary }) => (
          <li key={id} className="border-b border-rule py-2.5">
            <Link
              href={`/practices/${slug}`}
              prefetch={false}
              lang={langOf(title)}
              className="font-semibold wrap-break-word text-ink"
            >
              {title.value}
            </Link>
            {summary !== null && (
              <p lang={langOf(summary)} className="max-w-[66ch] text-sm text-ink-2">
                {summary.value}
              </p>
            )}
          </li>
        ))}
      </ul>
      {all !== undefined && page.total > page.rows.length && (
        <p data-screen-only className="mt-3">
          <LinkButton href={all}>{t('named.all', { count: page.total })}</LinkButton>
        </p>
      )}
    </Section>
  )
}
