import { useLocale, useTranslations } from 'next-intl'
import type { Duplicate } from '@/modules/curation/duplicate.schema'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { PairDeed } from '@/modules/curation/ui/pair-deed.client'
import { LinkButton } from '@/ui/link-button'

/** Pairs that are likely the same, each with its reasons in words and what may be done. */
export function DuplicateList({ pairs }: { pairs: readonly Duplicate[] }) {
  const t = useTranslations('duplicates')
  return (
    <ul>
      {pairs.map((pair) => {
        const { kind, first, second } = pair
        const names = { first: first.name, second: second.name }
        return (
          <li key={`${first.id} ${second.id}`} className="border-b border-rule py-4">
            <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
              <CuratedName record={first} />
              <CuratedName record={second} />
            </div>
            <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <p className="text-sm text-ink-2">
                <Reasons pair={pair} />
                {!pair.mayMerge && <span className="block">{t('elsewhere')}</span>}
              </p>
              <div className="flex flex-wrap gap-2">
                {pair.mayMerge && (
                  <LinkButton href={`/desk/duplicates/${kind}/${first.id}/${second.id}`} size="small">
                    {t('compare')}
                    <span className="sr-only">: {`${first.name} – ${second.name}`}</span>
                  </LinkButton>
                )}
                <PairDeed deed="apart" pair={{ kind, firstId: first.id, secondId: second.id }} names={names} />
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** Why they are likely the same: "same web domain, names alike 0.86, 300 m apart". */
function Reasons({ pair: { reasons } }: { pair: Duplicate }) {
  const t = useTranslations('duplicates.reason')
  const scheme = useTranslations('taxonomy.identifier')
  const locale = useLocale()
  if (reasons === null) return t('parties')
  const { schemes, alike, metres } = reasons
  const distance = (value: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: value < 1000 ? 'meter' : 'kilometer',
      maximumSignificantDigits: 2,
    }).format(value < 1000 ? value : value / 1000)
  const likeness = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(alike)
  const words = [
    ...schemes.map((one) => t('scheme', { scheme: scheme(one) })),
    ...(alike >= 0.995 ? [t('sameName')] : alike >= 0.3 ? [t('alike', { alike: likeness })] : []),
    ...(metres === null ? [] : [metres < 10 ? t('samePlace') : t('apart', { distance: distance(metres) })]),
  ]
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(words)
}
