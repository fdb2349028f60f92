import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import type { RevisionRow } from '@/modules/curation/revision.schema'
import { RestoreVersion } from '@/modules/curation/ui/restore-version.client'
import { momentText } from '@/core/date-text'

const words = [
  ...['create', 'submit', 'publish', 'send_back', 'archive', 'restore', 'import', 'accept', 'restore_version'],
  ...['merge', 'undo_merge', 'tag', 'undo', 'accept_suggestion', 'claim', 'move', 'transfer', 'succeed'],
] as const

/** Versions of a record, newest first, each to be compared with any other and, by a coordinator, given back. */
export function RevisionList({
  at,
  path,
  rows,
  compared,
  mayRestore,
  partNames,
}: {
  at: { kind: CuratedKind; id: string; version: number }
  path: string
  rows: readonly RevisionRow[]
  compared: { a: number; b: number }
  mayRestore: boolean
  partNames: (parts: readonly string[]) => ReactNode
}) {
  const t = useTranslations('history')
  const locale = useLocale()
  return (
    <ol reversed className="border-t border-rule">
      {rows.map(({ id, version, createdAt, author, isImport, proposedBy, action, isFirst, parts, reason }) => {
        const word = words.find((known) => known === (action ?? (isFirst ? 'create' : ''))) ?? 'change'
        const who = author ?? t('somebody')
        return (
          <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-3">
            {rows.length > 1 && (
              <span className="flex gap-1">
                {(['a', 'b'] as const).map((side) => (
                  <input
                    key={side}
                    type="radio"
                    form="compare"
                    name={side}
                    value={version}
                    defaultChecked={compared[side] === version}
                    aria-label={t(side === 'a' ? 'from' : 'to', { version })}
                    className="m-1 size-5 accent-ink"
                  />
                ))}
              </span>
            )}
            <span className="w-10 flex-none text-right font-semibold tabular-nums">{version}</span>
            <span className="min-w-0 flex-1 basis-64">
              <span className="font-semibold">{t(`action.${word}`)}</span>
              {parts.length > 0 && !isFirst && <span className="wrap-break-word">: {partNames(parts)}</span>}
              <span className="block text-sm text-ink-2">
                {t(isImport ? 'byImport' : proposedBy === null ? 'by' : 'byProposal', {
                  who,
                  proposer: proposedBy ?? '',
                  at: momentText(locale, createdAt),
                })}
              </span>
              {reason !== null && <span className="block text-sm wrap-break-word text-ink-2">“{reason}”</span>}
            </span>
            <span className="flex flex-wrap items-center gap-3 text-sm">
              {version > 1 && (
                <Link href={`${path}?a=${version - 1}&b=${version}`} prefetch={false}>
                  {t('whatChanged')}
                  <span className="sr-only"> {t('inVersion', { version })}</span>
                </Link>
              )}
              {version === at.version ? (
                <span className="text-ink-2">{t('present')}</span>
              ) : (
                mayRestore && <RestoreVersion at={at} to={version} />
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
