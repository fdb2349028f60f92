import { Clock, Search, SpellCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { typedPart } from '@/ui/combobox/typed-part'
import { SealMark } from '@/ui/seal-mark'
import { FoundIcon } from './found-icon'
import type { SuggestionRow } from './suggestion-state'

const rowClasses =
  'flex w-full min-h-10 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left text-ink no-underline aria-selected:bg-mark-soft max-table:min-h-11'

/** One row below the search field: a way to a record, to a list, to all results, or the end of earlier searches. */
export function SuggestionRowView({
  row,
  text,
  action,
  id,
  isActive,
  onChoose,
  onPoint,
}: {
  row: SuggestionRow
  text: string
  action: string
  id: string
  isActive: boolean
  onChoose: () => void
  onPoint: () => void
}) {
  const t = useTranslations('searchBox')
  const shared = {
    id,
    role: 'option',
    'aria-selected': isActive,
    tabIndex: -1,
    onClick: onChoose,
    onPointerMove: onPoint,
  }
  // The focus stays in the field.
  const held = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() }
  const result = (said: string, icon: ReactNode, words: ReactNode) => (
    <a {...shared} {...held} href={`${action}?q=${encodeURIComponent(said)}`} className={rowClasses}>
      {icon}
      <span className="min-w-0 wrap-break-word">{words}</span>
    </a>
  )
  const icons = 'mx-0.5 size-[18px] flex-none text-ink-2'
  switch (row.is) {
    case 'found': {
      const { found } = row
      const [before, match, after] = typedPart(found.name, text)
      return (
        <Link {...shared} {...held} href={found.path} prefetch={false} className={rowClasses}>
          <FoundIcon found={found} />
          <span className="min-w-0 flex-1 wrap-break-word">
            <span lang={found.language === '' ? undefined : found.language}>
              {before}
              <span className="font-strong">{match}</span>
              {after}
            </span>
            <span className="block text-xs text-ink-3">
              {found.about}
              {found.holder !== null && `, ${t('heldBy', { holder: found.holder })}`}
              {found.matched !== null && (
                <>
                  {found.about === '' ? '' : ', '}
                  {t('matched', { value: found.matched.value })}
                </>
              )}
            </span>
          </span>
          {found.freshness !== undefined && (
            <SealMark freshness={found.freshness} label={t(`seal.${found.freshness}`)} />
          )}
        </Link>
      )
    }
    case 'corrected':
      return result(row.text, <SpellCheck className={icons} aria-hidden />, t('didYouMean', { text: row.text }))
    case 'recent':
      return result(row.text, <Clock className={icons} aria-hidden />, row.text)
    case 'all':
      return result(text, <Search className={icons} aria-hidden />, t('all', { text }))
    case 'clear':
      return (
        <div {...shared} {...held} className={`${rowClasses} text-sm text-ink-2`}>
          <X className={icons} aria-hidden />
          {t('clear')}
        </div>
      )
  }
}
