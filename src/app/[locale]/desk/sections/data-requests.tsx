import { getTranslations } from 'next-intl/server'
import { canHandleRequests } from '@/modules/privacy/data-request.policy'
import { findDataRequests } from '@/modules/privacy/data-request.queries'
import { RequestList } from '@/modules/privacy/ui/request-list'
import type { DeskSection } from './desk-part'

/** Requests about personal data that wait for this coordinator. */
export const dataRequests: DeskSection = async ({ viewer, locale, limit, after }) => {
  if (!canHandleRequests(viewer)) return null
  const [t, { rows, total, next }] = await Promise.all([
    getTranslations('privacy.queue'),
    findDataRequests(viewer, { locale, isOpen: true, limit, after }),
  ])
  return {
    title: t('title'),
    lead: t('lead'),
    count: total,
    next,
    rows: <RequestList requests={rows} today={new Date()} />,
  }
}
