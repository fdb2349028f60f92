import { useLocale, useTranslations } from 'next-intl'
import { addressWith, keptBeside } from '@/core/address'
import { dateText } from '@/core/date-text'
import type { Page } from '@/core/page'
import { Link } from '@/i18n/navigation'
import { userRoles, userStates } from '@/modules/accounts/user.schema'
import { DisabledBadge } from '@/modules/accounts/ui/disabled-badge'
import { type ListedRole, RoleLines } from '@/modules/accounts/ui/role-lines'
import { ChipFilter } from '@/ui/chip-filter'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Pager } from '@/ui/pager'
import { SearchForm } from '@/ui/search-form'

type ListedUser = {
  id: string
  name: string
  email: string
  roles: readonly ListedRole[]
  hasOtherRoles: boolean
  isDisabled: boolean
  seenAt: Date | null
}

const path = '/admin/users'

/** Users the viewer answers for: search, filters, rows. */
export function UserList({
  params,
  page,
  territories,
}: {
  params: URLSearchParams
  page: Page<ListedUser>
  territories: readonly { id: string; name: string }[]
}) {
  const t = useTranslations('users.list')
  const role = useTranslations('accounts.role')
  const filters = useTranslations('filters')
  const locale = useLocale()
  const chips = [
    { name: 'role', choices: userRoles.map((value) => ({ value, label: role(value) })) },
    { name: 'state', choices: userStates.map((value) => ({ value, label: t(`state.${value}`) })) },
    { name: 'territory', choices: territories.map(({ id, name }) => ({ value: id, label: name })) },
  ] as const
  const isFiltered = ['q', ...chips.map(({ name }) => name)].some((key) => params.has(key))
  return (
    <>
      <div data-screen-only className="flex flex-col gap-3">
        <SearchForm action={`/${locale}${path}`} params={params} label={t('search')} submit={filters('search')} />
        <div className="relative flex flex-wrap items-center gap-2">
          {chips
            .filter(({ choices }) => choices.length > 1)
            .map(({ name, choices }) => (
              <ChipFilter
                key={name}
                label={t(`filter.${name}`)}
                name={name}
                choices={choices}
                selected={params.get(name)}
                action={`/${locale}${path}`}
                keep={keptBeside(params, name)}
                clearHref={addressWith(path, params, { [name]: null })}
              />
            ))}
        </div>
      </div>
      <p role="status" className="mt-4 font-semibold">
        {t('count', { count: page.total })}
      </p>
      {page.rows.length === 0 ? (
        <div className="mt-4">
          <EmptyState
            title={t(isFiltered ? 'noMatch' : 'none')}
            action={
              <LinkButton href={isFiltered ? path : '/admin/invitations'}>
                {t(isFiltered ? 'clear' : 'invite')}
              </LinkButton>
            }
          >
            {t(isFiltered ? 'noMatchHint' : 'noneHint')}
          </EmptyState>
        </div>
      ) : (
        <div className="mt-3">
          <DataTable
            caption={t('caption')}
            captionHidden
            rows={page.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: t('column.name'),
                cell: ({ id, name, email }) => (
                  <>
                    <Link href={`${path}/${id}`} prefetch={false} className="font-semibold wrap-break-word">
                      {name}
                    </Link>
                    <span className="block text-sm wrap-anywhere text-ink-2">{email}</span>
                  </>
                ),
              },
              {
                key: 'roles',
                label: t('column.roles'),
                cell: ({ roles, hasOtherRoles }) => <RoleLines roles={roles} hasOtherRoles={hasOtherRoles} />,
              },
              {
                key: 'seen',
                label: t('column.seen'),
                cell: ({ seenAt }) => (seenAt === null ? t('never') : dateText(locale, seenAt, 'day')),
                stacked: 'labelled',
              },
              {
                key: 'state',
                label: t('column.state'),
                cell: ({ isDisabled }) => (isDisabled ? <DisabledBadge /> : t('state.active')),
                stacked: 'end',
              },
            ]}
          />
          <Pager
            nextHref={page.next === null ? null : addressWith(path, params, { after: page.next })}
            label={t('more')}
          />
        </div>
      )}
    </>
  )
}
