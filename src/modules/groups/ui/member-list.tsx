import { UserPlus, UserRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { InvitedMember, Member } from '@/modules/groups/member.schema'
import { OrganisationName } from '@/modules/groups/ui/organisation-name'
import { Badge } from '@/ui/badge'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'

/** The members of a group, for whom they stand and how long; for its keeper with the ways to change them. */
export function MemberList({
  path,
  members,
  invited,
  canKeep,
}: {
  /** Address of the group. */
  path: string
  members: readonly Member[]
  invited: readonly InvitedMember[]
  canKeep: boolean
}) {
  const t = useTranslations('groups.list')
  const locale = useLocale()
  const day = (at: Date) => dateText(locale, at, 'day')
  const termOf = ({ since, until }: Member) => {
    if (since !== null && until !== null) return t('term', { since: day(since), until: day(until) })
    if (until !== null) return t('until', { until: day(until) })
    return since === null ? null : t('since', { since: day(since) })
  }
  return (
    <Section id="members" title={t('title', { count: members.filter(({ term }) => term === 'serves').length })}>
      <ul className="max-w-[45rem]">
        {members.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-start gap-x-3.5 gap-y-1.5 border-b border-rule py-3">
            <UserRound className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
            <span className="min-w-0 flex-1 basis-60">
              {canKeep ? (
                <Link
                  href={`${path}/members/${member.userId}`}
                  prefetch={false}
                  className="font-semibold wrap-break-word"
                >
                  {member.name}
                </Link>
              ) : (
                <span className="font-semibold wrap-break-word">{member.name}</span>
              )}
              <span className="block text-sm text-ink-2">
                <OrganisationName organisation={member.standsFor} isHidden={member.standsForId !== null} />
              </span>
              {member.email !== null && (
                <span className="block text-sm wrap-break-word text-ink-2">{member.email}</span>
              )}
              {termOf(member) !== null && <span className="block text-sm text-ink-3">{termOf(member)}</span>}
            </span>
            {member.term !== 'serves' && <Badge tone="quiet">{t(`state.${member.term}`)}</Badge>}
          </li>
        ))}
        {invited.map(({ id, email, standsFor, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-start gap-x-3.5 gap-y-1.5 border-b border-rule py-3">
            <UserPlus className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
            <span className="min-w-0 flex-1 basis-60">
              <span className="font-semibold wrap-break-word">{email}</span>
              {standsFor !== null && (
                <span className="block text-sm text-ink-2">
                  <OrganisationName organisation={standsFor} isHidden={false} />
                </span>
              )}
              <span className="block text-sm text-ink-3">{t('waits', { until: day(expiresAt) })}</span>
            </span>
            <Badge tone="warn">{t('invited')}</Badge>
          </li>
        ))}
      </ul>
      {members.length === 0 && invited.length === 0 && <p className="mb-3 text-sm text-ink-2">{t('none')}</p>}
      {canKeep && (
        <p data-screen-only className="mt-3 flex flex-wrap gap-2">
          <LinkButton href={`${path}/members/new`} icon={<UserPlus aria-hidden />}>
            {t('invite')}
          </LinkButton>
          {invited.length > 0 && (
            <LinkButton href="/admin/invitations" look="quiet">
              {t('invitations')}
            </LinkButton>
          )}
        </p>
      )}
    </Section>
  )
}
