import { useLocale, useTranslations } from 'next-intl'
import type { Found, FoundGroup, SearchAnswer } from '@/modules/search/search.schema'
import { Link } from '@/i18n/navigation'
import { LanguageBadge } from '@/ui/language-badge'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Seal } from '@/ui/seal'
import { Section } from '@/ui/section'
import { FoundIcon } from './found-icon'
import { useMatchedText } from './use-matched-text'

/** What was found, in groups. `hrefOf`: the page of one kind; null = it is shown alone already. */
export function SearchResults({
  answer,
  hrefOf,
  searchHref,
}: {
  answer: SearchAnswer
  hrefOf: (kind: FoundGroup['kind']) => string | null
  searchHref: (text: string) => string
}) {
  const t = useTranslations('search')
  const groupName = useTranslations('searchBox.group')
  return (
    <>
      {answer.didYouMean !== null && (
        <div className="mt-5">
          <Notice tone="mark">
            {t.rich('corrected', {
              text: answer.didYouMean,
              link: (words) => (
                <Link href={searchHref(answer.didYouMean ?? '')} prefetch={false}>
                  {words}
                </Link>
              ),
            })}
          </Notice>
        </div>
      )}
      {answer.groups.map(({ kind, results, more }) => {
        const href = more ? hrefOf(kind) : null
        return (
          <Section key={kind} id={`found-${kind}`} title={groupName(kind)}>
            <ul className="border-t border-rule">
              {results.map((found) => (
                <FoundRow key={found.id} found={found} />
              ))}
            </ul>
            {href !== null && (
              <div className="mt-3" data-screen-only>
                <LinkButton href={href}>{t(`more.${kind}`)}</LinkButton>
              </div>
            )}
          </Section>
        )
      })}
    </>
  )
}

function FoundRow({ found }: { found: Found }) {
  const t = useTranslations('search')
  const locale = useLocale()
  const matchedText = useMatchedText()
  const { name, language, about, path, matched, holder, verifiedAt } = found
  const isForeign = language !== '' && language !== locale
  return (
    <li className="flex items-start gap-3 border-b border-rule py-2.5">
      <span className="mt-0.5">
        <FoundIcon found={found} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            href={path}
            prefetch={false}
            lang={isForeign ? language : undefined}
            className="font-semibold wrap-break-word text-ink max-table:py-1"
          >
            {name}
          </Link>
          {isForeign && <LanguageBadge language={language} />}
        </p>
        <p className="text-sm text-ink-2">
          {about}
          {holder !== null && `, ${t('heldBy', { holder })}`}
        </p>
        {matched !== null && <p className="text-sm text-ink-3">{matchedText(matched)}</p>}
      </div>
      {verifiedAt !== undefined && (
        <span className="flex-none pt-0.5">
          <Seal verifiedAt={verifiedAt} short />
        </span>
      )}
    </li>
  )
}
