import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { restoreFileHere } from '@/modules/files/file.actions'
import type { RemovedFile } from '@/modules/files/file.schema'
import { DeedForm } from '@/ui/form/deed-form.client'

/** Files that were removed within the hour, each with a way back. */
export function RemovedFiles({ removed }: { removed: readonly RemovedFile[] }) {
  const t = useTranslations('files')
  const ui = useTranslations('ui')
  return (
    <ul data-screen-only aria-label={t('removedTitle')} className="mb-4 rounded-md bg-sunk px-4">
      {removed.map(({ id, title, fileName, language, minutesLeft }) => {
        const name = title ?? fileName
        return (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3.5 gap-y-2 border-b border-rule py-2.5 text-sm last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
              {t.rich('removed', { name: () => <b lang={(title && language) ?? undefined}>{name}</b> })}{' '}
              <span className="text-ink-2">{t('restoreFor', { minutes: minutesLeft })}</span>
            </span>
            <DeedForm
              action={restoreFileHere}
              values={{ id }}
              submit={{ text: t('restore'), label: t('restoreNamed', { name }) }}
              busy={ui('sending')}
              size="small"
              icon={<Undo2 aria-hidden />}
            />
          </li>
        )
      })}
    </ul>
  )
}
