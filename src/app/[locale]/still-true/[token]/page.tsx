import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { renewStillTrueLink, stillTrueByLink } from '@/modules/curation/verification.actions'
import { findLinkedRecord } from '@/modules/curation/verification.queries'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { GoneLink } from '@/ui/gone-link'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { AskedRecord } from './asked-record'

type Props = {
  params: Promise<{ locale: Locale; token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verification.link')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function StillTruePage(props: Props) {
  return answered(() => stillTruePage(props))
}

/** "Is this still true?", to the holder who has no account. Opening the page does nothing: scanners open links too. */
async function stillTruePage({ params, searchParams }: Props) {
  const [{ locale, token }, { done }] = await Promise.all([params, searchParams])
  const linked = await findLinkedRecord(token)
  if (linked === null) return <RecordProblem problem="notFound" />
  const { record, link, answeredAt } = linked
  if (record === null) return <RecordProblem problem="gone" />
  const t = await getTranslations('verification')
  const open = (
    <LinkButton href={`/${record.kind}s/${record.slug}`} look={link === 'live' ? 'quiet' : 'secondary'}>
      {t('link.open')}
    </LinkButton>
  )
  if (link === 'gone') {
    const said = (['confirmed', 'changed', 'renewed'] as const).find((word) => word === done)
    if (said !== undefined) {
      const word = said === 'changed' ? 'sent' : said
      return (
        <GoneLink title={t(`link.${word}Title`)} action={open}>
          {t(`link.${word}Body`)}
        </GoneLink>
      )
    }
    return (
      <GoneLink
        title={t('link.goneTitle')}
        action={
          <ClientTexts namespaces={['errors', 'ui']}>
            <div className="flex flex-wrap items-start gap-2">
              <DeedForm action={renewStillTrueLink} values={{ token }} look="primary" submit={t('link.renew')} />
              {open}
            </div>
          </ClientTexts>
        }
      >
        {answeredAt !== null && `${t('link.answered', { day: dateText(locale, answeredAt, 'day') })} `}
        {t('link.goneBody')}
      </GoneLink>
    )
  }
  return (
    <Page reading>
      <PageHead title={t('link.title')} eyebrow={record.name}>
        <p className="text-base">
          {record.holder === null
            ? t('link.leadActor', { name: record.name })
            : t(record.kind === 'practice' ? 'link.leadPractice' : 'link.leadRelation', { holder: record.holder })}
        </p>
      </PageHead>
      <ClientTexts namespaces={['errors', 'ui']}>
        <div className="flex flex-wrap items-start gap-2">
          <DeedForm action={stillTrueByLink} values={{ token }} look="primary" submit={t('stillTrue')} />
          <LinkButton href={`/still-true/${token}/changed`}>{t('link.changed')}</LinkButton>
          {open}
        </div>
      </ClientTexts>
      <p className="mt-3 mb-6 text-sm text-ink-2">{t('link.note')}</p>
      <AskedRecord record={record} locale={locale} />
    </Page>
  )
}
