import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { openRequest } from '@/modules/privacy/data-request.commands'
import { confirmRequestHere } from '@/modules/privacy/data-request.actions'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { GoneLink } from '@/ui/gone-link'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.confirm')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function RequestPage(props: Props) {
  return answered(() => requestPage(props))
}

async function requestPage({ params }: Props) {
  const [{ token }, t, kinds] = await Promise.all([
    params,
    getTranslations('privacy.confirm'),
    getTranslations('privacy.request.kinds'),
  ])
  const waiting = await openRequest(token)
  if (waiting === null)
    return (
      <GoneLink title={t('goneTitle')} action={<LinkButton href="/privacy#request">{t('again')}</LinkButton>}>
        {t('goneBody')}
      </GoneLink>
    )
  return (
    <Page reading>
      <PageHead title={t('title')} eyebrow={kinds(waiting.kind)} />
      <blockquote className="mb-5 border-l-3 border-rule-strong pl-4 wrap-break-word whitespace-pre-line">
        {waiting.message}
      </blockquote>
      <ClientTexts namespaces={['errors', 'ui']}>
        <DeedForm action={confirmRequestHere} values={{ token }} look="primary" submit={t('submit')} />
      </ClientTexts>
    </Page>
  )
}
