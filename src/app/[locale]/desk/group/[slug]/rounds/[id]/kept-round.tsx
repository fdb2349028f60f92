import { getLocale, getTranslations } from 'next-intl/server'
import { inLanguage } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { zoneText } from '@/core/date-text'
import { dayEndingAt } from '@/core/zoned-time'
import { findReviewersInRound, planAssignment } from '@/modules/rounds/assignment.queries'
import type { GroupRound } from '@/modules/rounds/round.queries'
import { RoundDeeds } from '@/modules/rounds/ui/round-deeds.client'
import { RoundReviewers } from '@/modules/rounds/ui/round-reviewers'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'

/** What of a round is for whoever keeps it: who was asked, places that are free, deeds. */
export async function KeptRound({
  viewer,
  group,
  round,
  path,
}: GroupRound & {
  viewer: Viewer
  /** Address of the group. */
  path: string
}) {
  const locale = await getLocale()
  const { timeZone } = group.territory
  // In an archived group nothing is done any more.
  const isWorking = group.archivedAt === null
  const isOpen = round.state === 'open'
  const [t, reviewers, plan] = await Promise.all([
    getTranslations('rounds'),
    findReviewersInRound(viewer, { group, round }, locale),
    isOpen ? planAssignment(viewer, { group, round }) : null,
  ])
  const free = plan?.rows.reduce((sum, row) => sum + row.free, 0) ?? 0
  return (
    <>
      {free > 0 && (
        <div className="mt-6 max-w-[45rem]">
          <Notice tone="mark">
            <p>{t('free', { count: free })}</p>
            <p data-screen-only className="mt-2">
              <LinkButton href={`${path}/rounds/${round.id}/assignment`} size="small">
                {t('seeProposal')}
              </LinkButton>
            </p>
          </Notice>
        </div>
      )}
      <RoundReviewers
        roundId={round.id}
        reviewers={reviewers}
        isOpen={isOpen}
        mayAnnul={round.state !== 'annulled' && isWorking}
      />
      {round.state !== 'annulled' && isWorking && (
        <div data-screen-only>
          <Section id="deeds" title={t('deeds')}>
            <RoundDeeds
              round={{
                ...{ id: round.id, version: round.version, isOpen },
                timeZone: zoneText(locale, new Date(), timeZone, 'longGeneric'),
                title: inLanguage(round.title, locale).value,
                closesOn: dayEndingAt(timeZone, round.closesAt),
                open: round.progress.asked - round.progress.submitted,
              }}
            />
          </Section>
        </div>
      )}
    </>
  )
}
