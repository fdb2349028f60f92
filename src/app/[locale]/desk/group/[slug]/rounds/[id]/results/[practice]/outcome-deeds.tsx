import { getTranslations } from 'next-intl/server'
import { languagesOf, usualLanguage } from '@/app/[locale]/desk/group/meeting-texts'
import { dateText, momentText } from '@/core/date-text'
import { languageName } from '@/core/language'
import { inLanguage, type Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { discussionFault } from '@/modules/groups/discussion.schema'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { findMeetings } from '@/modules/groups/meeting.queries'
import { mostWords, type Outcome } from '@/modules/rounds/outcome.schema'
import { canPublishResult } from '@/modules/rounds/result.policy'
import { DiscussionForm } from '@/modules/rounds/ui/discussion-form.client'
import { GroupVerdicts } from '@/modules/rounds/ui/group-verdicts'
import { OpinionForm } from '@/modules/rounds/ui/opinion-form.client'
import { PublishForm } from '@/modules/rounds/ui/publish-form.client'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { TextInLanguage } from '@/ui/text-in-language'

/** What the group makes of it: discussion, decision, opinion, publication. Those who do not keep the group read it. */
export async function OutcomeDeeds({
  viewer,
  group,
  outcome,
  locale,
}: {
  viewer: Viewer
  group: GroupSummary
  outcome: Outcome
  locale: Locale
}) {
  const [t, meetings] = await Promise.all([getTranslations('rounds.result'), findMeetings(viewer, group.slug)])
  const { timeZone } = group.territory
  const canKeep = group.archivedAt === null && canPublishResult(viewer, { territoryId: group.territory.id })
  const at = { roundId: outcome.roundId, practiceId: outcome.practiceId, version: outcome.version }
  const isOver = !outcome.missing.some(({ part }) => part === 'open' || part === 'annulled' || part === 'withdrawn')
  const now = new Date()
  const held = meetings.filter((meeting) => discussionFault(meeting, { overAt: outcome.overAt, now }) === null)
  const day = (date: Date) => dateText(locale, date, 'day', timeZone)
  const { opinion, published, decisions, discussed, missing } = outcome
  const written = Object.keys(opinion?.texts ?? {})
  const free = languagesOf(group, locale).filter(({ value }) => !written.includes(value))
  const usual = usualLanguage(group, locale)
  return (
    <ClientTexts namespaces={['rounds', 'errors', 'ui']} parts={{ rounds: ['result'] }}>
      <Section id="discussion" title={t('discussion.title')}>
        <p className="mb-3 text-sm text-ink-2">
          {discussed === null ? t('discussion.none') : t('discussion.on', { day: day(discussed.at) })}
        </p>
        {canKeep &&
          isOver &&
          discussed === null &&
          (held.length > 0 ? (
            <DiscussionForm
              at={at}
              meetings={held.map(({ id, startsAt }) => ({
                value: id,
                label: momentText(locale, startsAt, timeZone),
              }))}
            />
          ) : (
            <>
              <p className="mb-3 text-sm">{t('discussion.noMeeting')}</p>
              <LinkButton href={`/desk/group/${group.slug}#meetings`} size="small">
                {t('discussion.toGroup')}
              </LinkButton>
            </>
          ))}
      </Section>
      <Section id="decisions" title={t('decisions.title')}>
        <GroupVerdicts decisions={decisions} meetings={`/desk/group/${group.slug}/meetings`} />
      </Section>
      <Section id="opinion" title={t('opinion.title')}>
        <p className="mb-3 max-w-[66ch] text-sm text-ink-2">{t('opinion.lead')}</p>
        {canKeep && isOver && outcome.mayWriteOpinion ? (
          <div className="flex flex-col gap-6">
            {written.map((language) => (
              <OpinionForm
                key={language}
                at={at}
                initial={{ language, text: opinion?.texts[language]?.value ?? '' }}
                languages={[{ value: language, label: languageName(language, locale) }]}
                most={mostWords.opinion}
              />
            ))}
            <OpinionForm
              at={at}
              initial={{ language: written.includes(usual) ? (free[0]?.value ?? usual) : usual, text: '' }}
              languages={free}
              most={mostWords.opinion}
            />
          </div>
        ) : (
          <>
            {opinion === null ? (
              <p className="text-sm text-ink-2">{t('opinion.none')}</p>
            ) : (
              <TextInLanguage text={inLanguage(opinion, locale)} />
            )}
            {canKeep && <p className="mt-2 text-sm">{t(isOver ? 'opinion.author' : 'opinion.early')}</p>}
          </>
        )}
      </Section>
      <Section id="publication" title={t('publish.title')}>
        <div className="flex max-w-[45rem] flex-col gap-3.5">
          <p className="text-sm text-ink-2">{t('publish.lead')}</p>
          {published !== null && (
            <p>
              {t('publish.on', { day: day(published.at) })} {!published.isCurrent && t('publish.stale')}
            </p>
          )}
          {missing.length > 0 && (
            <Notice tone="mark">
              <p>{t('publish.missing')}</p>
              <ul className="list-disc pl-5">
                {missing.map(({ part, count }) => (
                  <li key={part}>
                    {t(`publish.part.${part === 'too_few' && isOver ? 'too_few_over' : part}`, { count })}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {canKeep ? (
            <PublishForm
              at={at}
              hasDecision={decisions.length > 0}
              decisionShown={published?.decisionShown ?? false}
              isPublished={published !== null}
              isReady={missing.length === 0}
            />
          ) : (
            <p className="text-sm text-ink-2">{t('publish.only')}</p>
          )}
        </div>
      </Section>
    </ClientTexts>
  )
}
