import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { privacyViewer } from '@/app/[locale]/desk/privacy/privacy-viewer'
import { findDataOfRequest, getDataRequest } from '@/modules/privacy/data-request.queries'
import { AnswerForm } from '@/modules/privacy/ui/answer-form.client'
import { HeldData } from '@/modules/privacy/ui/held-data'
import { RequestDeed } from '@/modules/privacy/ui/request-deed.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Facts } from '@/ui/facts'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'

type Props = {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.queue')
  return { title: t('title'), robots: { index: false } }
}

export default async function DataRequestPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams])
  const viewer = await privacyViewer(locale, `/desk/privacy/${id}`)
  const request = await orProblem(getDataRequest(viewer, id, locale))
  if (typeof request === 'string') return <RecordProblem problem={request} />
  const [t, desk, kinds, form, found] = await Promise.all([
    getTranslations('privacy.queue'),
    getTranslations('desk'),
    getTranslations('privacy.request.kinds'),
    getTranslations('privacy.request'),
    request.state === 'open' ? findDataOfRequest(viewer, request) : null,
  ])
  const day = (at: Date) => dateText(locale, at, 'day')
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: desk('title'), href: '/desk' },
          { label: t('title'), href: '/desk/privacy' },
          { label: kinds(request.kind) },
        ]}
      />
      <PageHead title={kinds(request.kind)} eyebrow={t(`state.${request.state}`)}>
        {request.state === 'open'
          ? t('due', { day: day(request.dueOn) })
          : t('decided', { day: day(request.decidedAt ?? request.createdAt) })}
      </PageHead>
      {done === 'objected' && (
        <div className="mb-5">
          <Notice tone="ok" role="status">
            {t('did.objected')}
          </Notice>
        </div>
      )}
      <Facts
        facts={[
          { label: t('sender'), value: request.name || t('erasedSender') },
          ...(request.email === '' ? [] : [{ label: t('email'), value: request.email }]),
          { label: form('territoryId'), value: request.territory ?? t('noTerritory') },
          ...(request.message === ''
            ? []
            : [{ label: t('message'), value: <span className="whitespace-pre-line">{request.message}</span> }]),
          ...(request.answer === null
            ? []
            : [{ label: t('answer'), value: <span className="whitespace-pre-line">{request.answer}</span> }]),
        ]}
      />
      {found !== null && (
        <ClientTexts namespaces={['privacy', 'persons', 'errors', 'ui']}>
          <Section title={t('held')}>
            <p className="text-sm text-ink-2">{t('heldLead')}</p>
            {found.elsewhere > 0 && (
              <div className="mt-3">
                <Notice tone="warn">{t('elsewhere', { count: found.elsewhere })}</Notice>
              </div>
            )}
          </Section>
          <HeldData
            held={found.held}
            deeds={(entry) => (
              <p className="mt-3">
                <LinkButton href={`/desk/actors/${entry.actorId}/persons/${entry.id}`} size="small">
                  {t('openEntry')}
                </LinkButton>
              </p>
            )}
          />
          <Section title={t('deeds')}>
            <div className="flex flex-col gap-2">
              <RequestDeed deed="object" id={request.id} />
              <RequestDeed deed="erase" id={request.id} />
              {found.userId !== null && <RequestDeed deed="account" id={found.userId} />}
            </div>
          </Section>
          <Section title={t('answerTitle')}>
            <AnswerForm id={request.id} />
          </Section>
        </ClientTexts>
      )}
    </Page>
  )
}
