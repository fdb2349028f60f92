import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { Decision } from '@/modules/groups/meeting.schema'
import { AboutPractice } from '@/modules/groups/ui/about-practice'
import { Attendees } from '@/modules/groups/ui/attendees'
import { Badge } from '@/ui/badge'
import { Fold } from '@/ui/fold'
import { Section } from '@/ui/section'

/** What a group decided: text, day, who was present, and the wordings a correction took the place of. */
export function DecisionList({
  path,
  decisions,
  canKeep,
}: {
  /** Address of the group. */
  path: string
  decisions: readonly Decision[]
  canKeep: boolean
}) {
  const t = useTranslations('groups.decisions')
  return (
    <Section id="decisions" title={t('title')}>
      {decisions.length === 0 && <p className="text-sm text-ink-2">{t('none')}</p>}
      <ol className="max-w-[45rem]">
        {decisions.map((decision) => (
          <li key={decision.id} className="border-b border-rule py-4">
            <Wording decision={decision} />
            <p className="mt-1.5 text-sm text-ink-2">{t('present', { count: decision.present.length })}</p>
            <Attendees attendees={decision.present} />
            {decision.earlier.length > 0 && (
              <Fold label={t('earlier', { count: decision.earlier.length })}>
                <ol className="border-l border-rule pl-4">
                  {decision.earlier.map((before) => (
                    <li key={before.id} className="mb-3">
                      <Wording decision={before} />
                      <p className="text-sm text-ink-2">{t('present', { count: before.present.length })}</p>
                    </li>
                  ))}
                </ol>
              </Fold>
            )}
            {canKeep && (
              <p data-screen-only className="mt-2 text-sm">
                <Link href={`${path}/meetings/${decision.meetingId}/decisions/${decision.id}`} prefetch={false}>
                  {t('correct')}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Wording({ decision: { text, decidedOn, recordedAt, about } }: { decision: Decision }) {
  const t = useTranslations('groups.decisions')
  const verdict = useTranslations('groups.record.verdictOf')
  const locale = useLocale()
  const words = inLanguage(text, locale)
  return (
    <>
      <p className="text-xs font-label text-ink-2">
        {t('when', { decided: dateText(locale, decidedOn, 'day'), recorded: dateText(locale, recordedAt, 'day') })}
      </p>
      <p lang={words.language} className="mt-0.5 max-w-[66ch] text-lg/[1.5] whitespace-pre-line wrap-break-word">
        {words.value}
      </p>
      {about !== null && (
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm">
          <Badge>{verdict(about.verdict)}</Badge>
          <AboutPractice about={about} />
        </p>
      )}
    </>
  )
}
