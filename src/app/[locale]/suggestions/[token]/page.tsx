import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { confirmSuggestionHere, renewSuggestionHere } from '@/modules/curation/suggestion.actions'
import { findMailedSuggestion } from '@/modules/curation/suggestion.queries'
import { SuggestedChange } from '@/modules/curation/ui/suggested-change'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { GoneLink } from '@/ui/gone-link'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('suggestion.confirm')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function ConfirmSuggestionPage(props: Props) {
  return answered(() => confirmSuggestionPage(props))
}

/** The sender's own words once more, and the one button that sends them on. */
async function confirmSuggestionPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams])
  const mailed = await findMailedSuggestion(token)
  if (mailed === null) return <RecordProblem problem="notFound" />
  const t = await getTranslations('suggestion')
  const { link, suggestion } = mailed
  if (suggestion === null) return <GoneLink title={t('confirm.deletedTitle')}>{t('confirm.deletedBody')}</GoneLink>
  if (suggestion.state !== 'unconfirmed') return <GoneLink title={t('sentTitle')}>{t('confirm.received')}</GoneLink>
  if (link === 'gone')
    return done === 'renewed' ? (
      <GoneLink title={t('confirm.renewedTitle')}>{t('confirm.renewedBody')}</GoneLink>
    ) : (
      <GoneLink
        title={t('confirm.goneTitle')}
        action={
          <ClientTexts namespaces={['errors', 'ui']}>
            <DeedForm action={renewSuggestionHere} values={{ token }} look="primary" submit={t('confirm.renew')} />
          </ClientTexts>
        }
      >
        {t('confirm.goneBody')}
      </GoneLink>
    )
  return (
    <Page reading>
      <PageHead title={t('confirm.title')}>
        <p className="text-base">{t('confirm.lead', { name: suggestion.name })}</p>
      </PageHead>
      {suggestion.message !== null && (
        <blockquote className="mb-4 border-l-3 border-rule-strong pl-4 wrap-break-word whitespace-pre-line">
          {suggestion.message}
        </blockquote>
      )}
      {suggestion.lines.length > 0 && (
        <ul className="mb-5">
          {suggestion.lines.map((line) => (
            <li key={line.field} className="border-b border-rule py-2">
              <SuggestedChange {...line} />
            </li>
          ))}
        </ul>
      )}
      <ClientTexts namespaces={['errors', 'ui']}>
        <DeedForm action={confirmSuggestionHere} values={{ token }} look="primary" submit={t('confirm.send')} />
      </ClientTexts>
    </Page>
  )
}
