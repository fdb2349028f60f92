import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { RoundDetail, RoundPractice } from '@/modules/rounds/round.schema'
import { TakeOutPractice } from '@/modules/rounds/ui/take-out-practice.client'
import { Badge } from '@/ui/badge'
import { Section } from '@/ui/section'

/** The practices of a round and how far each is; for its keeper with the way to take one out. */
export function RoundPractices({
  path,
  round,
  canKeep,
}: {
  /** Address of the group. */
  path: string
  round: RoundDetail
  canKeep: boolean
}) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  const left = round.practices.filter(({ withdrawnAt }) => withdrawnAt === null).length
  const canTakeOut = canKeep && round.state === 'open' && left > 1
  return (
    <Section id="practices" title={t('practices')}>
      <ul className="max-w-[45rem]">
        {round.practices.map((practice) => (
          <li key={practice.practiceId} className="border-b border-rule py-3">
            <PracticeName path={path} practice={practice} />
            <p className="mt-0.5 text-sm text-ink-2">
              {practice.territoryName !== null && `${inLanguage(practice.territoryName, locale).value}, `}
              {t('version', { version: practice.practiceVersion })},{' '}
              {t('done', { submitted: practice.progress.submitted, asked: practice.progress.asked })}
              {practice.progress.conflict > 0 && `, ${t('conflicts', { count: practice.progress.conflict })}`}
            </p>
            {practice.withdrawal !== null && (
              <p className="mt-1 flex flex-wrap items-baseline gap-2 text-sm">
                <Badge tone="warn">{t('withdrawnBadge')}</Badge>
                <span className="wrap-break-word">
                  {t(`withdrawn.${practice.withdrawal}`)} {practice.withdrawalReason}
                </span>
              </p>
            )}
            {canTakeOut && practice.withdrawal === null && (
              <div data-screen-only className="mt-2">
                <TakeOutPractice
                  roundId={round.id}
                  practice={{
                    id: practice.practiceId,
                    name: practice.title === null ? t('hiddenPractice') : inLanguage(practice.title, locale).value,
                  }}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A published practice has its page; one that was handed in is read on the group's. */
function PracticeName({ path, practice: { title, slug, isPublished } }: { path: string; practice: RoundPractice }) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  if (title === null || slug === null) return <p className="text-ink-2">{t('hiddenPractice')}</p>
  const { value, language } = inLanguage(title, locale)
  return (
    <Link
      href={isPublished ? `/practices/${slug}` : `${path}/practices/${slug}`}
      prefetch={false}
      lang={language}
      className="font-serif text-lg tracking-serif wrap-break-word text-ink"
    >
      {value}
    </Link>
  )
}
