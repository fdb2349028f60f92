import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { addressWith } from '@/core/address'
import { dateText } from '@/core/date-text'
import {
  type Matrix,
  type MatrixCounts,
  matrixFacets,
  type MatrixFilter,
  type MatrixKey,
} from '@/modules/adoption/matrix.schema'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { MatrixCells } from '@/modules/adoption/ui/matrix-cells'
import { MatrixFiles } from '@/modules/adoption/ui/matrix-files.client'
import { MatrixFilters, matrixPath } from '@/modules/adoption/ui/matrix-filters'
import { MatrixLegend } from '@/modules/adoption/ui/matrix-legend'
import { MatrixTable } from '@/modules/adoption/ui/matrix-table'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import type { SelectChoice } from '@/ui/select-options'

/** The adoption matrix: filters, how much there is, the table, and what can be taken along. */
export function AdoptionMatrix({
  matrix,
  params,
  filter,
  ignored,
  counts,
  transfers,
  relations,
  themes,
  territories,
  nextHref,
  licence,
  today,
  children,
}: {
  matrix: Matrix
  params: URLSearchParams
  filter: MatrixFilter
  ignored: readonly MatrixKey[]
  counts: MatrixCounts
  /** What the cells of this page say. */
  transfers: readonly ShownTransfer[]
  relations: readonly RelationSummary[]
  themes: readonly SelectChoice[]
  territories: readonly SelectChoice[]
  nextHref: string | null
  licence: string
  today: Date
  /** What stands beside the matrix. */
  children?: ReactNode
}) {
  const t = useTranslations('adoption.matrix')
  const practices = useTranslations('practices')
  const locale = useLocale()
  const { rows, hidden, total, adopted, others } = matrix
  const isFiltered = matrixFacets.some((key) => filter[key] !== undefined)
  const everything = addressWith(matrixPath, new URLSearchParams(), { rows: 'all' })
  return (
    <>
      <Breadcrumb steps={[{ label: practices('title'), href: '/practices' }, { label: t('title') }]} />
      <PageHead title={t('title')}>{t('description')}</PageHead>
      <MatrixFilters
        params={params}
        filter={filter}
        ignored={ignored}
        counts={counts}
        themes={themes}
        territories={territories}
      />
      <p role="status" className="mb-3 font-semibold">
        {rows.length > 0 && t('sum', { total, adopted, others })}
      </p>
      {rows.length === 0 ? (
        <EmptyState
          title={isFiltered ? t('noMatch') : t('empty')}
          action={
            isFiltered ? (
              <LinkButton href={matrixPath}>{t('clear')}</LinkButton>
            ) : (
              <LinkButton href={everything}>{t('showAll')}</LinkButton>
            )
          }
        >
          {isFiltered ? t('noMatchHint') : t('emptyHint')}
        </EmptyState>
      ) : (
        <>
          <MatrixTable matrix={matrix} />
          <MatrixLegend />
          {hidden > 0 && <p className="mt-2 text-sm text-ink-2">{t('hidden', { count: hidden })}</p>}
          {total > rows.length && (
            <p className="mt-2 text-sm text-ink-2">{t('shown', { shown: rows.length, total })}</p>
          )}
          <MatrixCells transfers={transfers} rows={rows} relations={relations} />
        </>
      )}
      <Pager nextHref={nextHref} label={t('more')} />
      {rows.length > 0 && (
        <ClientTexts namespaces={['adoption']} parts={{ adoption: ['files'] }}>
          <MatrixFiles query={params.toString()} locale={locale} />
        </ClientTexts>
      )}
      {children}
      <p className="mt-8 border-t border-rule pt-3 text-xs text-ink-2">
        {t('foot', { date: dateText(locale, today, 'day'), licence })}
      </p>
    </>
  )
}
