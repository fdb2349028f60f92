import { Check, CirclePause, Star } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { PracticeSummary } from '@/modules/practices/practice.schema'
import { usePeriod } from '@/modules/practices/ui/use-period'
import { Badge } from '@/ui/badge'
import { Card } from '@/ui/card'
import { Disc } from '@/ui/disc'
import { LanguageBadge } from '@/ui/language-badge'

const judgedLooks = {
  excellent: { tone: 'ok', icon: <Star aria-hidden /> },
  good: { tone: 'ok', icon: <Check aria-hidden /> },
  sufficient: { tone: 'quiet', icon: <Check aria-hidden /> },
  on_hold: { tone: 'warn', icon: <CirclePause aria-hidden /> },
} as const

/** A practice in a list: its title, what it is in a sentence, who is in charge and where. */
export function PracticeCard({
  practice,
  themeNames,
}: {
  practice: PracticeSummary
  /** In the reader's language, by code. */
  themeNames: ReadonlyMap<string, string>
}) {
  const t = useTranslations('practices')
  const kind = useTranslations('taxonomy.kind')
  const states = useTranslations('taxonomy.reviewed')
  const locale = useLocale()
  const period = usePeriod()
  const { title, summary, inCharge, place, region, country, scope, judged } = practice
  const langOf = ({ language }: { language: string }) => (language === locale ? undefined : language)
  const where = [place ?? region, country && countryName(country, locale)].filter((part) => part !== null).join(', ')
  const facts = [where, scope && t('scopeOf', { scope }), period(practice)].filter(
    (fact) => fact !== null && fact !== '',
  )
  return (
    <Card as="li">
      <h2 className="font-serif text-lg tracking-serif wrap-break-word sm:text-xl">
        <Link href={`/practices/${practice.slug}`} prefetch={false} lang={langOf(title)} className="text-ink">
          {title.value}
        </Link>
      </h2>
      {summary !== null && (
        <p lang={langOf(summary)} className="mt-1 max-w-[66ch] wrap-break-word">
          {summary.value}
        </p>
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
        {inCharge !== null && (
          <span className="flex items-center gap-2">
            <Disc kind={inCharge.kind} size={22} label={kind(inCharge.kind)} />
            <span lang={langOf(inCharge)}>{inCharge.name}</span>
          </span>
        )}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {judged !== null && (
          <Badge {...judgedLooks[judged.resultClass]}>
            {t(judged.demo ? 'judgedDemo' : 'judged', { class: states(judged.resultClass) })}
          </Badge>
        )}
        {title.language !== locale && <LanguageBadge language={title.language} />}
      </p>
      {practice.themes.length > 0 && (
        <p className="mt-1 text-sm text-ink-2">
          {practice.themes.map((code) => themeNames.get(code) ?? code).join(', ')}
        </p>
      )}
    </Card>
  )
}
