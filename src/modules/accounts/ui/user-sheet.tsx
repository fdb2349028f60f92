import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dateText } from '@/core/date-text'
import type { ListedRole } from '@/modules/accounts/ui/role-lines'
import { useRoleWords } from '@/modules/accounts/ui/use-role-words'
import {
  disableUserHere,
  enableUserHere,
  endSessionsHere,
  startResetHere,
  takeRoleHere,
  takeSecondFactorHere,
} from '@/modules/accounts/user.actions'
import { Facts } from '@/ui/facts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { Section } from '@/ui/section'

type ShownUser = {
  id: string
  name: string
  email: string
  roles: readonly (ListedRole & { mayTake: boolean })[]
  hasOtherRoles: boolean
  isDisabled: boolean
  hasSecondFactor: boolean
  hasPassword: boolean
  seenAt: Date | null
  openSessions: number
  isOwn: boolean
  mayLookAfter: boolean
}

/** One user: what is known, the roles, and what may be done; each deed says first what follows from it. */
export function UserSheet({ user, children }: { user: ShownUser; children?: ReactNode }) {
  const t = useTranslations('users.sheet')
  const list = useTranslations('users.list')
  const words = useRoleWords()
  const locale = useLocale()
  const { id: userId, name } = user
  return (
    <>
      <Facts
        facts={[
          { label: t('email'), value: user.email },
          { label: t('signsIn'), value: t(user.hasPassword ? 'byPassword' : 'byLink') },
          { label: t('secondFactor'), value: t(user.hasSecondFactor ? 'on' : 'off') },
          { label: list('column.seen'), value: user.seenAt ? dateText(locale, user.seenAt, 'day') : list('never') },
        ]}
      />
      <Section id="roles" title={list('column.roles')}>
        {user.isOwn && <p className="mb-3 text-sm text-ink-2">{t('own')}</p>}
        {user.roles.length === 0 && <p className="text-sm text-ink-2">{t('noRoles')}</p>}
        <ul>
          {user.roles.map((role) => (
            <li key={role.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2">
              {words(role)}
              {role.mayTake && (
                <DeedForm
                  action={takeRoleHere}
                  values={{ userId, membershipId: role.id }}
                  submit={{ text: t('take'), label: t('takeNamed', { role: words(role) }) }}
                  busy={t('busy')}
                  look="destructive"
                  size="small"
                />
              )}
            </li>
          ))}
        </ul>
        {user.hasOtherRoles && <p className="mt-3 text-sm text-ink-2">{t('otherRoles')}</p>}
        {children}
      </Section>
      {user.mayLookAfter && (
        <>
          <Section id="sessions" title={t('sessions')}>
            <p className="mb-3 max-w-[42rem] text-sm text-ink-2">{t('sessionsBody', { count: user.openSessions })}</p>
            <DeedForm action={endSessionsHere} values={{ userId }} submit={t('endSessions')} busy={t('busy')} />
          </Section>
          <Section id="reset" title={t('reset')}>
            <p className="mb-3 max-w-[42rem] text-sm text-ink-2">{t('resetBody', { name })}</p>
            <DeedForm action={startResetHere} values={{ userId }} submit={t('startReset')} busy={t('busy')} />
          </Section>
          {user.hasSecondFactor && (
            <Section id="second-factor" title={t('factor')}>
              <p className="mb-3 max-w-[42rem] text-sm text-ink-2">{t('factorBody', { name })}</p>
              <DeedForm action={takeSecondFactorHere} values={{ userId }} submit={t('takeFactor')} busy={t('busy')} />
            </Section>
          )}
          <Section id="closing" title={t(user.isDisabled ? 'closed' : 'open')}>
            <p className="mb-3 max-w-[42rem] text-sm text-ink-2">
              {t(user.isDisabled ? 'closedBody' : 'openBody', { name })}
            </p>
            {user.isDisabled ? (
              <DeedForm action={enableUserHere} values={{ userId }} submit={t('enable')} busy={t('busy')} />
            ) : (
              <DeedForm
                action={disableUserHere}
                values={{ userId }}
                submit={t('disable')}
                busy={t('busy')}
                look="destructive"
              />
            )}
          </Section>
        </>
      )}
    </>
  )
}
