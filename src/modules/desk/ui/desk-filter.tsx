import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { recordStatuses } from '@/core/curated'
import type { DeskListing } from '@/modules/desk/bulk.schema'
import { Button } from '@/ui/button'
import { SelectField } from '@/ui/select-field'
import { TextInput } from '@/ui/text-input'

/** What a list of the desk shows: by name, state and care. A GET form: its answer is an address. */
export function DeskFilter({
  action,
  list,
  care = true,
}: {
  action: string
  list: DeskListing
  /** Are these records that somebody confirms? */
  care?: boolean
}) {
  const t = useTranslations('bulk')
  const status = useTranslations('taxonomy.recordStatus')
  return (
    <form
      action={action}
      method="get"
      role="search"
      data-screen-only
      className={`mb-5 grid items-end gap-3 ${care ? 'sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto]' : 'sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]'}`}
    >
      <TextInput name="q" label={t('search')} type="search" defaultValue={list.q ?? ''} />
      <SelectField
        name="status"
        label={t('status')}
        defaultValue={list.status ?? ''}
        items={recordStatuses.map((value) => ({ value, label: status(value) }))}
        empty={t('any')}
      />
      {care && (
        <SelectField
          name="care"
          label={t('care')}
          defaultValue={list.care ?? ''}
          items={[{ value: 'confirm', label: t('toConfirm') }]}
          empty={t('any')}
        />
      )}
      <Button type="submit" icon={<Search aria-hidden />}>
        {t('find')}
      </Button>
    </form>
  )
}
