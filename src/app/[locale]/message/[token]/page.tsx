import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { openMessage } from '@/modules/persons/relay.commands'
import { passOnHere } from '@/modules/persons/relay.actions'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { GoneLink } from '@/ui/gone-link'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('persons.confirm')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function MessagePage(props: Props) {
  return answered(() => messagePage(props))
}

async function messagePage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations('persons.confirm')])
  const waiting = await openMessage(token)
  if (waiting === null) return <GoneLink title={t('goneTitle')}>{t('goneBody')}</GoneLink>
  return (
    <Page reading>
      <PageHead title={t('title')}>
        <p className="text-base">{t('to', { name: waiting.to.name, actor: waiting.to.actor })}</p>
      </PageHead>
      <blockquote className="mb-4 border-l-3 border-rule-strong pl-4 wrap-break-word whitespace-pre-line">
        {waiting.message}
      </blockquote>
      <p className="mb-5 text-sm wrap-break-word text-ink-2">{t('answerTo', { email: waiting.email })}</p>
      <ClientTexts namespaces={['errors', 'ui']}>
        <DeedForm action={passOnHere} values={{ token }} look="primary" submit={t('submit')} />
      </ClientTexts>
    </Page>
  )
}
