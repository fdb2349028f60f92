import { useTranslations } from 'next-intl'
import { sendRetired } from '@/modules/taxonomy/code-entry.actions'
import type { CodeList } from '@/modules/taxonomy/code-entry.schema'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { DeedForm } from '@/ui/form/deed-form.client'

type Row = { value: string; label: string; isRetired: boolean; isBuiltIn: boolean }

/** The entries of a list; each can be retired and offered again. */
export function CodeTable({ list, codes, caption }: { list: CodeList; codes: readonly Row[]; caption: string }) {
  const t = useTranslations('codes')
  const columns: Column<Row>[] = [
    {
      key: 'label',
      label: t('label'),
      cell: ({ label, isRetired }) => (
        <span className="flex flex-wrap items-center gap-2">
          <span className={isRetired ? 'text-ink-2' : 'font-semibold'}>{label}</span>
          {isRetired && <Badge>{t('retired')}</Badge>}
        </span>
      ),
    },
    { key: 'code', label: t('code'), cell: ({ value }) => <code className="text-sm">{value}</code> },
    { key: 'origin', label: t('origin'), cell: ({ isBuiltIn }) => t(isBuiltIn ? 'builtIn' : 'added') },
    {
      key: 'deed',
      label: t('deed'),
      stacked: 'end',
      cell: ({ value, label, isRetired }) => (
        <DeedForm
          action={sendRetired}
          values={{ list, code: value, isRetired: isRetired ? 'no' : 'yes' }}
          submit={{
            text: t(isRetired ? 'offerAgain' : 'retire'),
            label: t(isRetired ? 'offerAgainNamed' : 'retireNamed', { name: label }),
          }}
          busy={t('busy')}
          size="small"
        />
      ),
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={codes} rowKey={({ value }) => value} />
}
