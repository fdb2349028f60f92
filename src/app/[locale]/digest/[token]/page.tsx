import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { stopDigestHere } from '@/modules/desk/notice.actions'
import { findDigestStop } from '@/modules/desk/notice.queries'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { GoneLink } from '@/ui/gone-link'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.digest')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function DigestPage(props: Props) {
  return answered(() => digestPage(props))
}

/** Where the link of a digest leads: one button that stops it. */
async function digestPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations('desk.digest')])
  const link = await findDigestStop(token)
  if (link === null) return <RecordProblem problem="notFound" />
  if (link.state === 'gone') return <GoneLink title={t('goneTitle')}>{t('goneBody')}</GoneLink>
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['errors', 'ui']}>
        <DeedForm
          action={stopDigestHere}
          values={{ token }}
          submit={t('submit')}
          busy={t('busy')}
          done={t('done')}
          look="primary"
        />
      </ClientTexts>
    </NarrowPage>
  )
}
