import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { TransferFacts } from '@/modules/adoption/ui/transfer-facts'
import { TransferStateBadge } from '@/modules/adoption/ui/transfer-state'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { Section } from '@/ui/section'

type Side = 'in' | 'out'

/** What a territory adopted from others, and others from it; nothing where nothing was taken up. */
export function TransfersOfTerritory({
  territory,
  transfers,
  relations,
}: {
  territory: { name: string; slug: string }
  transfers: Readonly<Record<Side, readonly ShownTransfer[]>>
  relations: readonly RelationSummary[]
}) {
  const t = useTranslations('adoption.ofTerritory')
  if (transfers.in.length + transfers.out.length === 0) return null
  return (
    <div className="print:hidden">
      <Section id="adoption" title={t('title')}>
        <div className="grid gap-x-11 gap-y-6 frame:grid-cols-2">
          <Transfers side="in" transfers={transfers.in} relations={relations} title={t('in')} none={t('inNone')} />
          <Transfers
            side="out"
            transfers={transfers.out}
            relations={relations}
            title={t('out')}
            none={t('outNone', { name: territory.name })}
          />
        </div>
        <p data-screen-only className="mt-3 text-sm">
          <Link href={`/practices/adoption?territory=${territory.slug}`} prefetch={false}>
            {t('matrix')}
          </Link>
        </p>
      </Section>
    </div>
  )
}

function Transfers({
  side,
  transfers,
  relations,
  title,
  none,
}: {
  side: Side
  transfers: readonly ShownTransfer[]
  relations: readonly RelationSummary[]
  title: string
  none: string
}) {
  const t = useTranslations('adoption.ofTerritory')
  const locale = useLocale()
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      {transfers.length === 0 ? (
        <p className="text-md text-ink-2">{none}</p>
      ) : (
        <ul className="border-t border-rule">
          {transfers.map((transfer) => {
            const { practice, territory, state } = transfer
            const home = practice.home?.name
            return (
              <li key={transfer.id} className="border-b border-rule py-3">
                <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                  <Link
                    href={`/practices/${practice.slug}`}
                    prefetch={false}
                    lang={practice.title.language === locale ? undefined : practice.title.language}
                    className="font-semibold wrap-break-word text-ink"
                  >
                    {practice.title.value}
                  </Link>
                  <TransferStateBadge state={state} />
                </div>
                <p className="mb-2 text-sm text-ink-2">
                  {side === 'out'
                    ? t('by', { territory: territory.name })
                    : home !== undefined && t('from', { territory: home })}
                </p>
                <TransferFacts transfer={transfer} relations={relations} />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
