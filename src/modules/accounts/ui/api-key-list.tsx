import { Check, Clock, Undo2, UserX } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { revokeApiKeyHere } from '@/modules/accounts/api-key.actions'
import type { ApiKeyRow } from '@/modules/accounts/api-key.schema'
import { Badge } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import { momentText } from '@/core/date-text'
import { DeedForm } from '@/ui/form/deed-form.client'

const looks = {
  live: { tone: 'ok', icon: Check },
  expired: { tone: 'quiet', icon: Clock },
  revoked: { tone: 'quiet', icon: Undo2 },
  orphaned: { tone: 'warn', icon: UserX },
} as const

/** The keys with what each may do, who made it, when it was last used; the key itself is nowhere. */
export function ApiKeyList({ keys }: { keys: readonly ApiKeyRow[] }) {
  const t = useTranslations('apiKeys')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('column.name'),
          cell: ({ name, prefix }) => (
            <>
              <span className="font-semibold wrap-anywhere">{name}</span>
              <code className="block font-mono text-sm text-ink-2">{prefix}…</code>
            </>
          ),
        },
        {
          key: 'for',
          label: t('column.for'),
          cell: ({ territory, scope }) => (
            <>
              {territory}
              <span className="block text-sm text-ink-2">{t(`scope.${scope}`)}</span>
            </>
          ),
        },
        {
          key: 'made',
          label: t('column.made'),
          cell: ({ maker, createdAt }) => (
            <>
              {dateText(locale, createdAt, 'day')}
              {maker !== null && <span className="block text-sm text-ink-2">{maker}</span>}
            </>
          ),
        },
        {
          key: 'used',
          label: t('column.used'),
          stacked: 'labelled',
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : momentText(locale, lastUsedAt)),
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
                {state === 'live' && expiresAt !== null && (
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
          cell: ({ id, name, state }) =>
            (state === 'live' || state === 'orphaned') && (
              <DeedForm
                action={revokeApiKeyHere}
                values={{ id }}
                submit={{ text: t('revoke'), label: t('revokeNamed', { name }) }}
                busy={t('busy')}
                look="destructive"
                size="small"
              />
            ),
        },
      ]}
    />
  )
}
