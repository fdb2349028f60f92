import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { isAppError } from '@/core/app-error'
import { dateText } from '@/core/date-text'
import { isId } from '@/core/id'
import type { Locale } from '@/core/localized'
import { getSuggestion } from '@/modules/curation/suggestion.queries'
import { pathOfKind } from '@/modules/curation/suggestion.schema'
import { SuggestedChange } from '@/modules/curation/ui/suggested-change'
import { SuggestionDecision } from '@/modules/curation/ui/suggestion-decision.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { type Fact, Facts } from '@/ui/facts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { careViewer } from '@/app/[locale]/desk/care-viewer'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('suggestion.queue')
  return { title: t('title'), robots: { index: false } }
}

/** One suggestion beside the record as it is now, and what to do about it. */
export default async function SuggestionDetailPage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await careViewer(locale, `/desk/suggestions/${id}`)
  const found = isId(id)
    ? await getSuggestion(viewer, id).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'not-found') return null
        throw error
      })
    : null
  if (found === null) return <RecordProblem problem="notFound" />
  const t = await getTranslations('suggestion')
  const desk = await getTranslations('desk')
  const day = (at: Date) => dateText(locale, at, 'day')
  const facts: Fact[] = [
    { label: t('detail.from'), value: found.email ?? <span className="text-ink-3">{t('detail.forgotten')}</span> },
    { label: t('detail.made'), value: day(found.createdAt) },
    ...(found.message === null
      ? []
      : [{ label: t('detail.message'), value: <span className="whitespace-pre-line">{found.message}</span> }]),
    ...(found.decidedAt === null
      ? []
      : [{ label: t('detail.decided'), value: `${t(`state.${found.state}`)}, ${day(found.decidedAt)}` }]),
    ...(found.answer === null
      ? []
      : [{ label: t('detail.answer'), value: <span className="whitespace-pre-line">{found.answer}</span> }]),
  ]
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: desk('title'), href: '/desk' },
          { label: t('queue.title'), href: '/desk/suggestions' },
          { label: found.name || t('recordGone') },
        ]}
      />
      <PageHead title={found.name || t('recordGone')} eyebrow={t(`kind.${found.kind}`)} />
      {found.record !== null && (
        <p className="mb-5 flex flex-wrap gap-2">
          <LinkButton size="small" href={`/${pathOfKind[found.kind]}/${found.record.slug}`}>
            {t('detail.open')}
          </LinkButton>
          {found.kind !== 'territory' && (
            <LinkButton size="small" href={`/desk/${pathOfKind[found.kind]}/${found.recordId}`}>
              {t('detail.edit')}
            </LinkButton>
          )}
        </p>
      )}
      <Facts facts={facts} />
      <div className="mt-6 flex flex-col gap-4">
        {found.record === null && <Notice tone="warn">{t('detail.notPublic')}</Notice>}
        {found.state === 'waiting' ? (
          <ClientTexts namespaces={['suggestion', 'errors', 'ui', 'taxonomy']}>
            <SuggestionDecision id={found.id} version={found.record?.version ?? null} lines={found.lines} />
          </ClientTexts>
        ) : (
          <ul>
            {found.lines.map(({ field, before, after }) => (
              <li key={field} className="border-b border-rule py-2">
                <SuggestedChange field={field} before={before} after={after} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  )
}
