import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { TransferFacts } from '@/modules/adoption/ui/transfer-facts'
import { TransferStateBadge } from '@/modules/adoption/ui/transfer-state'
import type { RelationSummary } from '@/modules/relations/relation.schema'

/** Who adopted a practice, on its page, and what the viewer's own territory may do with it. */
export function TransfersOfPractice({
  transfers,
  relations,
  children,
}: {
  transfers: readonly ShownTransfer[]
  relations: readonly RelationSummary[]
  children?: ReactNode
}) {
  const t = useTranslations('adoption.ofPractice')
  const adopted = transfers.filter(({ state }) => state === 'adopted').length
  return (
    <section aria-labelledby="adoption" className="mb-8">
      <h2 id="adoption" className="mb-1 text-md font-semibold">
        {t('title')}
      </h2>
      <p className="text-md text-ink-2">
        {transfers.length === 0 ? t('none') : t('sum', { adopted, others: transfers.length - adopted })}
      </p>
      {transfers.length > 0 && (
        <ul className="mt-2 border-t border-rule">
          {transfers.map((transfer) => (
            <li key={transfer.id} className="border-b border-rule py-3.5">
              <h3 className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link
                  href={`/territories/${transfer.territory.slug}`}
                  prefetch={false}
                  className="font-serif text-lg tracking-serif wrap-break-word text-ink"
                >
                  {transfer.territory.name}
                </Link>
                <TransferStateBadge state={transfer.state} />
              </h3>
              <TransferFacts transfer={transfer} relations={relations} />
            </li>
          ))}
        </ul>
      )}
      <p data-screen-only className="mt-3 text-sm">
        <Link href="/practices/adoption" prefetch={false}>
          {t('matrix')}
        </Link>
      </p>
      {children}
    </section>
  )
}
