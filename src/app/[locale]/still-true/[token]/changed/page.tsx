import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { countryChoices } from '@/app/[locale]/suggestion-page'
import type { Locale } from '@/core/localized'
import { openSuggestion } from '@/modules/curation/suggestion.commands'
import { SuggestionForm } from '@/modules/curation/ui/suggestion-form.client'
import { findLinkedRecord } from '@/modules/curation/verification.queries'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verification.link')
  return { title: t('changeTitle'), robots: { index: false }, referrer: 'same-origin' }
}

export default function ChangedPage(props: Props) {
  return answered(() => changedPage(props))
}

/** The holder says what has changed; the link stands for the address, so no second mail is needed. */
async function changedPage({ params }: Props) {
  const { locale, token } = await params
  const linked = await findLinkedRecord(token)
  if (linked === null) return <RecordProblem problem="notFound" />
  const { record } = linked
  if (record === null) return <RecordProblem problem="gone" />
  if (linked.link === 'gone') redirect(`/${locale}/still-true/${token}`)
  const [t, opened] = await Promise.all([
    getTranslations('verification.link'),
    openSuggestion(null, { kind: record.kind, idOrSlug: record.id }, locale),
  ])
  return (
    <Page reading>
      <PageHead title={t('changeTitle')} eyebrow={record.name}>
        <p className="text-base">{t(record.kind === 'practice' ? 'changeLeadPractice' : 'changeLead')}</p>
      </PageHead>
      <ClientTexts namespaces={['suggestion', 'errors', 'ui', 'taxonomy']}>
        <SuggestionForm opened={{ ...opened, token }} asksEmail={false} countries={countryChoices(locale)} />
      </ClientTexts>
    </Page>
  )
}
