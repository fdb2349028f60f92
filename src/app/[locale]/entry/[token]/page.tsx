import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { enterHere, renewEntryHere } from '@/modules/rounds/entry.actions'
import { findEntry } from '@/modules/rounds/entry.queries'
import { setPageStatus } from '@/platform/reply'
import { currentViewer } from '@/platform/session'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reviews.entry')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function EntryPage(props: Props) {
  return answered(() => entryPage(props))
}

/** Where the link of a mail that asks for reviews leads: one button. Opening it uses nothing up: scanners open links too. */
async function entryPage({ params }: Props) {
  const { locale, token } = await params
  const viewer = await currentViewer()
  const entry = await findEntry(viewer, token)
  if (entry === null) return <RecordProblem problem="notFound" />
  // Whoever is in already needs no way in, be the link used or not.
  if (entry.isOwn) redirect(`/${locale}${entry.target}`)
  const isGone = entry.state === 'gone'
  if (isGone) setPageStatus(410)
  const t = await getTranslations('reviews.entry')
  return (
    <NarrowPage>
      <PageHead title={t(isGone ? 'goneTitle' : 'title')}>{t(isGone ? 'goneLead' : 'lead')}</PageHead>
      <ClientTexts namespaces={['errors', 'ui']}>
        {isGone ? (
          <DeedForm
            action={renewEntryHere}
            values={{ token }}
            submit={t('renew')}
            busy={t('renewing')}
            done={t('renewed')}
            look="primary"
          />
        ) : (
          <DeedForm
            action={enterHere}
            values={{ token }}
            submit={t('submit')}
            busy={t('busy')}
            look="primary"
            size="bar"
          />
        )}
      </ClientTexts>
    </NarrowPage>
  )
}
