import { ListChecks } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { closingText } from '@/modules/rounds/closing.schema'
import type { RoundRow } from '@/modules/rounds/round.schema'
import { RoundState } from '@/modules/rounds/ui/round-state'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'

/** The rounds of a group, the latest first: when they close and how far they are. */
export function RoundList({
  path,
  rounds,
  timeZone,
  canKeep,
}: {
  /** Address of the group. */
  path: string
  rounds: readonly RoundRow[]
  timeZone: string
  canKeep: boolean
}) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  return (
    <Section id="rounds" title={t('title')}>
      {rounds.length === 0 ? (
        <p className="mb-3 text-sm text-ink-2">{t('none')}</p>
      ) : (
        <ul className="max-w-[45rem]">
          {rounds.map(({ id, title, closesAt, closedAt, state, practices, progress }) => {
            const name = inLanguage(title, locale)
            const end = closingText(locale, closesAt, timeZone)
            return (
              <li
                key={id}
                className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 border-b border-rule py-3 text-sm"
              >
                <span className="min-w-0 flex-1 basis-60">
                  <Link
                    href={`${path}/rounds/${id}`}
                    prefetch={false}
                    lang={name.language}
                    className="font-semibold wrap-break-word"
                  >
                    {name.value}
                  </Link>
                  <span className="block text-ink-2">
                    {state === 'open'
                      ? t('closesOn', { end })
                      : closedAt !== null && closedAt < closesAt
                        ? t('closedEarly')
                        : t('closedOn', { end })}
                  </span>
                </span>
                <span className="text-ink-2">
                  {t('practiceCount', { count: practices })},{' '}
                  {t('done', { submitted: progress.submitted, asked: progress.asked })}
                </span>
                <RoundState state={state} />
              </li>
            )
          })}
        </ul>
      )}
      {canKeep && (
        <p data-screen-only className="mt-3">
          <LinkButton href={`${path}/rounds/new`} icon={<ListChecks aria-hidden />}>
            {t('openOne')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
