import { useLocale, useTranslations } from 'next-intl'
import { auditActions, type AuditFilter } from '@/modules/administration/audit.schema'
import { Button } from '@/ui/button'
import { LinkButton } from '@/ui/link-button'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'

/** What the log is asked for: a plain form that leads to the same page. */
export function AuditFilters({
  filter,
  territories,
  byUser,
}: {
  filter: AuditFilter
  territories: readonly { id: string; name: string }[]
  /** Whoever reads only their own entries chooses nobody. */
  byUser: boolean
}) {
  const t = useTranslations('admin.audit')
  const actions = useTranslations('admin.action')
  const locale = useLocale()
  const choices = auditActions
    .map((value) => ({ value, label: actions(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  const isOn = Object.values(filter).some((value) => value !== undefined)
  return (
    <form action={`/${locale}/admin/audit`} method="get" className="mb-5" aria-label={t('filters')}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        {byUser && <TextInput name="who" label={t('who')} defaultValue={filter.who} autoComplete="off" />}
        <SelectField
          name="action"
          label={t('what')}
          items={choices}
          empty={t('any')}
          defaultValue={filter.action ?? ''}
        />
        {territories.length > 1 && (
          <SelectField
            name="territory"
            label={t('territory')}
            items={territories.map(({ id, name }) => ({ value: id, label: name }))}
            empty={t('any')}
            defaultValue={filter.territory ?? ''}
          />
        )}
        <TextInput name="since" type="date" label={t('since')} defaultValue={filter.since} />
        <TextInput name="until" type="date" label={t('until')} defaultValue={filter.until} />
      </div>
      {filter.record !== undefined && <input type="hidden" name="record" value={filter.record} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit">{t('show')}</Button>
        {isOn && (
          <LinkButton href="/admin/audit" look="quiet">
            {t('clear')}
          </LinkButton>
        )}
      </div>
    </form>
  )
}
