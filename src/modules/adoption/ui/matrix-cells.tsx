import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { MatrixRow } from '@/modules/adoption/matrix.schema'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { cellId } from '@/modules/adoption/ui/matrix-table'
import { TransferFacts } from '@/modules/adoption/ui/transfer-facts'
import { TransferStateBadge } from '@/modules/adoption/ui/transfer-state'
import type { RelationSummary } from '@/modules/relations/relation.schema'

/**
 * What the cells of the matrix open, each a popover of the browser's own: no script, Esc closes it and the focus goes back
 * to its cell.
 */
export function MatrixCells({
  transfers,
  rows,
  relations,
}: {
  transfers: readonly ShownTransfer[]
  rows: readonly MatrixRow[]
  /** Summaries of all relations that the transfers and the practices name. */
  relations: readonly RelationSummary[]
}) {
  const t = useTranslations('adoption.matrix')
  const ui = useTranslations('ui')
  const locale = useLocale()
  return transfers.map((transfer) => {
    const { id, territory, practice, state } = transfer
    const ground = rows.find((row) => row.id === practice.id)?.relations ?? []
    const title = `${cellId(id)}-title`
    return (
      <div
        key={id}
        id={cellId(id)}
        popover="auto"
        role="dialog"
        aria-labelledby={title}
        className="m-auto max-h-[85vh] w-[36rem] max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-rule bg-sheet p-5 text-ink shadow-float backdrop:bg-ink/30 max-sm:mb-4"
      >
        <div className="mb-3 flex items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-xs font-label text-ink-2">{territory.name}</p>
            <h2 id={title} className="font-serif text-xl tracking-serif wrap-break-word">
              <Link
                href={`/practices/${practice.slug}`}
                prefetch={false}
                lang={practice.title.language === locale ? undefined : practice.title.language}
                className="text-ink"
              >
                {practice.title.value}
              </Link>
            </h2>
            <p className="mb-1.5 text-sm text-ink-2">
              {practice.home === null ? t('homeUnknown') : t('whose', { territory: practice.home.name })}
            </p>
            <TransferStateBadge state={state} />
          </div>
          <button
            type="button"
            popoverTarget={cellId(id)}
            popoverTargetAction="hide"
            aria-label={ui('close')}
            className="-mt-1.5 -mr-1.5 grid size-11 flex-none place-items-center rounded-md hover:bg-sunk"
          >
            <X className="size-5" aria-hidden />
          </button>
        </div>
        <TransferFacts
          transfer={transfer}
          relations={relations}
          restsOn={ground.flatMap((one) => relations.find((relation) => relation.id === one) ?? [])}
        />
      </div>
    )
  })
}
