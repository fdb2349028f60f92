import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { LikenessPart, LikenessReason } from '@/modules/adoption/likeness.schema'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { actorKind, relationType } from '@/modules/taxonomy/taxonomy.schema'
import { Section } from '@/ui/section'

type Like = { slug: string; name: string; share: number; reasons: readonly LikenessReason[]; isSameLevel: boolean }

/** Territories like one, each with how far and in what; what they adopted that it has not. */
export function LikeTerritories({
  territory,
  like,
  adopted,
  themeNames,
}: {
  territory: { name: string }
  like: readonly Like[]
  /** What these adopted. */
  adopted: readonly ShownTransfer[]
  themeNames: ReadonlyMap<string, string>
}) {
  const t = useTranslations('adoption.like')
  const format = useFormatter()
  const locale = useLocale()
  const wordOf = useWords(themeNames)
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const lists: [string, ReactNode][] = adopted.map(({ id, practice, territory: by }) => [
    id,
    <>
      <Link
        href={`/practices/${practice.slug}`}
        prefetch={false}
        lang={practice.title.language === locale ? undefined : practice.title.language}
        className="font-semibold wrap-break-word text-ink"
      >
        {practice.title.value}
      </Link>
      <p className="text-sm text-ink-2">{t('adoptedIn', { territory: by.name })}</p>
    </>,
  ])
  return (
    <div className="print:hidden">
      <Section id="like" title={t('title', { name: territory.name })}>
        <p className="mb-2 max-w-[66ch] text-sm text-ink-2">{like.length === 0 ? t('tooLittle') : t('lead')}</p>
        {like.length > 0 && (
          <ul className="border-t border-rule">
            {like.map(({ slug, name, share, reasons, isSameLevel }) => (
              <li key={slug} className="border-b border-rule py-3">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <Link
                    href={`/territories/${slug}`}
                    prefetch={false}
                    className="font-serif text-lg tracking-serif text-ink"
                  >
                    {name}
                  </Link>
                  <span className="text-sm tabular-nums">{t('share', { share: percent(share) })}</span>
                </p>
                <p className="max-w-[66ch] text-sm text-ink-2">
                  {reasons
                    .map((reason) =>
                      t(`reason.${reason.part}`, {
                        share: percent(reason.share),
                        list: reason.values.map((value) => wordOf(reason.part, value)).join(', '),
                      }),
                    )
                    .join(' ')}{' '}
                  {isSameLevel && t('sameLevel')}
                </p>
              </li>
            ))}
          </ul>
        )}
        {lists.length > 0 && (
          <>
            <h3 className="mt-4 mb-1.5 font-semibold">{t('adopted')}</h3>
            <ul className="border-t border-rule">
              {lists.map(([id, said]) => (
                <li key={id} className="border-b border-rule py-2.5">
                  {said}
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </div>
  )
}

/** The word of a value of a part, in the reader's language. */
function useWords(themeNames: ReadonlyMap<string, string>): (part: LikenessPart, value: string) => string {
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  return (part, value) => {
    if (part === 'country') return countryName(value, locale)
    if (part === 'sector') return sectorName(value, locale)
    if (part === 'theme') return themeNames.get(value) ?? value
    if (part === 'kind') {
      const kind = actorKind.safeParse(value)
      return kind.success ? taxonomy(`kindPlural.${kind.data}`) : value
    }
    const type = relationType.safeParse(value)
    return type.success ? taxonomy(`type.${type.data}`) : value
  }
}
