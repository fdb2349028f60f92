import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { cache } from 'react'
import { RecordProblem } from '@/app/record-problem'
import { found } from '@/core/found'
import { isAppError } from '@/core/app-error'
import { countryCodes, countryName } from '@/core/country'
import type { Locale } from '@/core/localized'
import { permanentRedirect } from '@/i18n/navigation'
import { actorSlugAfter } from '@/modules/actors/actor-detail.queries'
import { openSuggestion } from '@/modules/curation/suggestion.commands'
import { pathOfKind, type SuggestibleKind } from '@/modules/curation/suggestion.schema'
import { SuggestionForm } from '@/modules/curation/ui/suggestion-form.client'
import { practiceSlugAfter } from '@/modules/practices/practice-detail.queries'
import { relationSlugAfter } from '@/modules/relations/relation-detail.queries'
import { currentViewer } from '@/platform/session'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

const slugAfter = {
  actor: actorSlugAfter,
  relation: relationSlugAfter,
  practice: practiceSlugAfter,
  territory: () => Promise.resolve(null),
}

/** Countries by name, for a select. */
export const countryChoices = cache((locale: string) =>
  countryCodes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale)),
)

/** "Suggest a correction" on a record of any kind: the same page under each of their addresses. */
export async function SuggestionPage({
  kind,
  slug,
  locale,
  done,
}: {
  kind: SuggestibleKind
  slug: string
  locale: Locale
  done: unknown
}) {
  const viewer = await currentViewer()
  const path = pathOfKind[kind]
  const result = await found(
    slug,
    (idOrSlug) => openSuggestion(viewer, { kind, idOrSlug }, locale),
    slugAfter[kind],
  ).catch((error: unknown) => {
    if (isAppError(error) && (error.code === 'forbidden' || error.code === 'unauthenticated')) forbidden()
    throw error
  })
  if ('movedTo' in result) return permanentRedirect({ href: `/${path}/${result.movedTo}/suggest`, locale })
  if ('problem' in result) return <RecordProblem problem={result.problem} />
  const record = result.item
  const t = await getTranslations('suggestion')
  const lists = await getTranslations('layout.nav')
  const sent = done === 'mailed' || done === 'sent' ? done : null
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: lists(path), href: `/${path}` },
          { label: record.name, href: `/${path}/${record.slug}` },
          { label: t('title') },
        ]}
      />
      <PageHead title={sent === null ? t('title') : t(`${sent}Title`)} eyebrow={record.name}>
        {sent === null && <p className="text-base">{t('lead')}</p>}
      </PageHead>
      {sent === null ? (
        <ClientTexts namespaces={['suggestion', 'errors', 'ui', 'taxonomy']}>
          <SuggestionForm opened={record} asksEmail={viewer === null} countries={countryChoices(locale)} />
        </ClientTexts>
      ) : (
        <div className="flex flex-col items-start gap-4">
          <Notice tone="ok" role="status">
            {t(`${sent}Body`)}
          </Notice>
          <LinkButton href={`/${path}/${record.slug}`}>{t('back')}</LinkButton>
        </div>
      )}
    </Page>
  )
}
