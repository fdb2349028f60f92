import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { isId } from '@/core/id'
import type { Locale } from '@/core/localized'
import { canCopyLink, canReadOutbox, canSendAgain } from '@/modules/administration/administration.policy'
import { getMail } from '@/modules/administration/outbox.queries'
import { MailDeeds } from '@/modules/administration/ui/mail-deeds.client'
import { MailSheet } from '@/modules/administration/ui/mail-sheet'
import { sendsMail } from '@/platform/settings'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('outbox.title'), robots: { index: false } }
}

export default function MailPage(props: Props) {
  return answered(() => mailPage(props))
}

async function mailPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await adminViewer(locale, `/admin/outbox/${id}`, canReadOutbox)
  const mail = isId(id) ? await orProblem(getMail(viewer, id)) : 'notFound'
  if (typeof mail === 'string') return <RecordProblem problem={mail} />
  const t = await getTranslations('admin')
  const title = mail.subject ?? mail.template
  const isWaiting = mail.state === 'queued' && !sendsMail()
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/admin' },
          { label: t('outbox.title'), href: '/admin/outbox' },
          { label: title },
        ]}
      />
      <PageHead title={title} lang={mail.subject === null ? undefined : mail.locale} />
      <ClientTexts namespaces={['admin', 'errors', 'ui']}>
        <MailDeeds
          id={mail.id}
          mayRetry={canSendAgain(viewer) && mail.state === 'failed'}
          mayCopy={canCopyLink(viewer, { isInvitation: mail.isInvitation, isWaiting })}
        />
      </ClientTexts>
      <MailSheet mail={mail} />
      {done === 'again' && <Toast>{t('outbox.again')}</Toast>}
    </Page>
  )
}
