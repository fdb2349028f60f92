import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import type { Locale } from '@/core/localized'
import { decodeKey, placeIn } from '@/core/page'
import { canReadOutbox } from '@/modules/administration/administration.policy'
import { countMails, findMails } from '@/modules/administration/outbox.queries'
import { mailState, mailStates } from '@/modules/administration/outbox.schema'
import { MailTable } from '@/modules/administration/ui/mail-table'
import { sendsMail } from '@/platform/settings'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { Tabs } from '@/ui/tabs'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('outbox.title'), robots: { index: false } }
}

export default function OutboxPage(props: Props) {
  return answered(() => outboxPage(props))
}

async function outboxPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await adminViewer(locale, '/admin/outbox', canReadOutbox)
  const state = mailState.safeParse(asked.state).data ?? null
  const key = decodeKey(typeof asked.after === 'string' ? asked.after : '') ?? undefined
  const { after } = placeIn({ after: key }, { created: ['time', 'id'] }, 'created')
  const [t, counts, { rows, next }] = await Promise.all([
    getTranslations('admin'),
    countMails(viewer),
    findMails(viewer, { state, after, limit: 50 }),
  ])
  const path = (wanted: string | null) => (wanted === null ? '/admin/outbox' : `/admin/outbox?state=${wanted}`)
  const more = `${path(state)}${state === null ? '?' : '&'}after=${next}`
  const all = counts.queued + counts.sent + counts.failed
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/admin' }, { label: t('outbox.title') }]} />
      <PageHead title={t('outbox.title')}>{t('outbox.lead')}</PageHead>
      {!sendsMail() && (
        <div className="mb-5">
          <Notice tone="mark">{t('outbox.notSent')}</Notice>
        </div>
      )}
      <Tabs
        label={t('outbox.state')}
        tabs={[
          { href: path(null), label: t('outbox.all'), count: all, current: state === null },
          ...mailStates.map((one) => ({
            href: path(one),
            label: t(`outbox.states.${one}`),
            count: counts[one],
            current: state === one,
          })),
        ]}
      />
      <div className="mt-3">
        {rows.length === 0 ? (
          <p className="py-6 text-ink-2">{t('outbox.none')}</p>
        ) : (
          <MailTable rows={rows} caption={t('outbox.title')} />
        )}
        <Pager nextHref={next === null ? null : more} label={t('more')} />
      </div>
    </Page>
  )
}
