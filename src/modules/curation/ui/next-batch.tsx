import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { askHoldersHere } from '@/modules/curation/verification.actions'
import type { CareSettings, DueRecord } from '@/modules/curation/verification.schema'
import { type Column, DataTable } from '@/ui/data-table'
import { DeedForm } from '@/ui/form/deed-form.client'
import { Seal } from '@/ui/seal'
import { Section } from '@/ui/section'

/** Whom the next start would ask: nothing is sent before the button is pressed. */
export function NextBatch({
  due,
  curator,
  settings,
}: {
  due: readonly DueRecord[]
  /** A territory's id, or `commons`. */
  curator: string
  settings: CareSettings
}) {
  const t = useTranslations('verification.round')
  const without = due.filter(({ recipient }) => recipient === null).length
  const columns: Column<DueRecord>[] = [
    {
      key: 'record',
      label: t('record'),
      cell: ({ kind, slug, name }) => (
        <Link href={`/${kind}s/${slug}`} prefetch={false} className="font-semibold text-ink wrap-break-word">
          {name}
        </Link>
      ),
    },
    {
      key: 'to',
      label: t('to'),
      cell: ({ holder, recipient }) => (
        <span className="wrap-anywhere">
          {holder}
          <span className="block text-sm text-ink-2">{recipient ?? t('noMailbox')}</span>
        </span>
      ),
    },
    { key: 'seal', label: t('title'), stacked: 'end', cell: ({ verifiedAt }) => <Seal verifiedAt={verifiedAt} /> },
  ]
  return (
    <Section title={t('next')} id="next">
      {due.length === 0 ? (
        <p className="text-ink-2">{t('nobody', { months: settings.months })}</p>
      ) : (
        <>
          <p className="mb-3 max-w-[66ch] text-sm text-ink-2">
            {t('nextLead', { days: settings.remindDays })} {settings.automatic && t('automatic')}
          </p>
          <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
            <DeedForm
              action={askHoldersHere}
              values={{ territoryId: curator }}
              submit={t('start')}
              busy={t('starting')}
              {...(without < due.length && { look: 'primary' as const })}
            />
            <p>{t('nextCount', { mails: due.length - without, without })}</p>
          </div>
          {without > 0 && <p className="mb-4 max-w-[66ch] text-sm text-ink-2">{t('withoutHint')}</p>}
          <details>
            <summary className="inline-flex min-h-8 items-center text-link underline underline-offset-[.18em]">
              {t('list')}
            </summary>
            <div className="mt-2">
              <DataTable caption={t('next')} captionHidden columns={columns} rows={due} rowKey={({ id }) => id} />
            </div>
          </details>
        </>
      )}
    </Section>
  )
}
