import { FilePen } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { ProposalRow } from '@/modules/curation/proposal.schema'
import { ProposalState } from '@/modules/curation/ui/proposal-state'
import { momentText } from '@/core/date-text'

/** Changes of published records that wait for a coordinator, or were answered. */
export function ProposalList({ rows }: { rows: readonly ProposalRow[] }) {
  const t = useTranslations('proposals')
  const locale = useLocale()
  return (
    <ul>
      {rows.map(({ id, kind, name, author, isImport, createdAt, state, answer }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-3.5 gap-y-2 border-b border-rule py-3">
          <span className="flex min-w-0 flex-1 basis-72 gap-3">
            <FilePen className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
            <span className="min-w-0">
              <Link href={`/desk/changes/${id}`} prefetch={false} className="font-semibold wrap-break-word">
                {name}
              </Link>
              <span className="block text-sm text-ink-2">
                {t(isImport ? 'byImport' : 'by', {
                  kind,
                  author: author ?? t('somebody'),
                  at: momentText(locale, createdAt),
                })}
              </span>
              {answer !== null && (
                <span className="mt-1.5 block rounded-md bg-warn-soft px-3 py-2 text-sm wrap-break-word text-warn">
                  {t('answer', { answer })}
                </span>
              )}
            </span>
          </span>
          <ProposalState state={state} />
        </li>
      ))}
    </ul>
  )
}
