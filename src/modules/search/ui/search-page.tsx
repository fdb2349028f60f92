import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FoundKind, SearchAnswer } from '@/modules/search/search.schema'
import { Link } from '@/i18n/navigation'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { ClientTexts } from '@/ui/client-texts'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'
import { SearchField } from './search-field.client'
import { SearchResults } from './search-results'

type Hrefs = { everything: string; of: (kind: FoundKind) => string; text: (words: string) => string }

const registers = ['actors', 'relations', 'territories', 'practices'] as const

/** The page of one question; without script it is complete. */
export function SearchPage({
  text,
  kind,
  answer,
  action,
  hrefs,
}: {
  text: string
  /** The kind shown alone, or null. */
  kind: FoundKind | null
  /** Null: it took too long. */
  answer: SearchAnswer | null
  action: string
  hrefs: Hrefs
}) {
  const t = useTranslations('search')
  const groupName = useTranslations('searchBox.group')
  const groups = answer?.groups ?? []
  const count = groups.reduce((sum, { results }) => sum + results.length, 0)
  const isAsked = text !== ''
  return (
    <>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['searchBox']}>
        <SearchField
          key={text}
          {...{
            action,
            label: t('question'),
            placeholder: t('placeholder'),
            initial: text,
            look: 'page',
            isAwaited: !isAsked,
          }}
          icon={<Search aria-hidden />}
        >
          <Button type="submit" look="primary">
            {t('submit')}
          </Button>
        </SearchField>
      </ClientTexts>
      {isAsked && (kind !== null || groups.length > 1) && (
        <nav aria-label={t('kinds')} data-screen-only className="mt-4 flex flex-wrap gap-2">
          {kind === null ? (
            groups.map((group) => (
              <Chip key={group.kind} href={hrefs.of(group.kind)}>
                {groupName(group.kind)}
              </Chip>
            ))
          ) : (
            <Chip href={hrefs.everything} on>
              {groupName(kind)}
            </Chip>
          )}
        </nav>
      )}
      {isAsked && count > 0 && <p className="mt-4 text-sm text-ink-2">{t('count', { count })}</p>}
      {answer === null && (
        <div className="mt-6">
          <EmptyState
            title={t('slow.title')}
            action={
              <LinkButton href={hrefs.text(text)} size="small">
                {t('slow.again')}
              </LinkButton>
            }
          >
            {t('slow.hint')}
          </EmptyState>
        </div>
      )}
      {isAsked && answer !== null && count === 0 && (
        <div className="mt-6">
          <EmptyState title={t('empty.title', { text })}>{t('empty.hint')}</EmptyState>
        </div>
      )}
      {answer !== null && (
        <SearchResults
          answer={answer}
          hrefOf={(one) => (kind === null ? hrefs.of(one) : null)}
          searchHref={hrefs.text}
        />
      )}
      {count === 0 && (
        <ul className="mt-5 flex flex-wrap gap-x-5 gap-y-2">
          {registers.map((one) => (
            <li key={one}>
              <Link href={`/${one}`} prefetch={false}>
                {t(`browse.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
