import { Check, Clock, Undo2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import type { Membership } from '@/core/viewer'
import { resendInvitationHere, revokeInvitationHere } from '@/modules/accounts/invitation.actions'
import { useRoleWords } from '@/modules/accounts/ui/use-role-words'
import { Badge } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import { DeedForm } from '@/ui/form/deed-form.client'

type ShownInvitation = {
  id: string
  email: string
  role: Membership['role']
  place: string | null
  invitedBy: string | null
  invitedAt: Date
  expiresAt: Date
  state: keyof typeof looks
}

const looks = {
  open: { tone: 'mark', icon: Clock },
  expired: { tone: 'warn', icon: Clock },
  accepted: { tone: 'ok', icon: Check },
  revoked: { tone: 'quiet', icon: Undo2 },
} as const

/** Who is invited, what became of it, and what may still be done. */
export function InvitationList({ invitations }: { invitations: readonly ShownInvitation[] }) {
  const t = useTranslations('users.invitations')
  const words = useRoleWords()
  const locale = useLocale()
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'email',
          label: t('column.email'),
          cell: (invitation) => (
            <>
              <span className="font-semibold wrap-anywhere">{invitation.email}</span>
              <span className="block text-sm text-ink-2">{words(invitation)}</span>
            </>
          ),
        },
        {
          key: 'by',
          label: t('column.by'),
          cell: ({ invitedBy, invitedAt }) => (
            <>
              {dateText(locale, invitedAt, 'day')}
              {invitedBy !== null && <span className="block text-sm text-ink-2">{invitedBy}</span>}
            </>
          ),
        },
        {
          key: 'state',
          label: t('column.state'),
          cell: ({ state, expiresAt }) => {
            const { tone, icon: Icon } = looks[state]
            return (
              <>
                <Badge tone={tone} icon={<Icon aria-hidden />}>
                  {t(`state.${state}`)}
                </Badge>
                {state === 'open' && (
                  <span className="block text-sm text-ink-2">
                    {t('until', { day: dateText(locale, expiresAt, 'day') })}
                  </span>
                )}
              </>
            )
          },
        },
        {
          key: 'deeds',
          label: t('column.deeds'),
          cell: ({ id, email, state }) =>
            (state === 'open' || state === 'expired') && (
              <div className="flex flex-wrap gap-2">
                <DeedForm
                  action={resendInvitationHere}
                  values={{ id }}
                  submit={{ text: t('resend'), label: t('resendNamed', { email }) }}
                  busy={t('busy')}
                  size="small"
                />
                <DeedForm
                  action={revokeInvitationHere}
                  values={{ id }}
                  submit={{ text: t('revoke'), label: t('revokeNamed', { email }) }}
                  busy={t('busy')}
                  look="destructive"
                  size="small"
                />
              </div>
            ),
        },
      ]}
    />
  )
}
