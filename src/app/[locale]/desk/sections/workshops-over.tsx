import { getTranslations } from 'next-intl/server'
import { WorkshopsOver } from '@/modules/adoption/ui/workshops-over'
import { findWorkshopsOver } from '@/modules/adoption/workshop-over.queries'
import type { DeskSection } from './desk-part'

/** Transfer workshops of the viewer's territories that are over: was the practice adopted? */
export const workshopsOver: DeskSection = async ({ viewer, locale, limit, after }) => {
  if (viewer.territoryIds.length === 0) return null
  const [t, { rows, total, next }] = await Promise.all([
    getTranslations('adoption.desk.over'),
    findWorkshopsOver(viewer, { limit, after, locale }),
  ])
  return { title: t('title'), lead: t('lead'), count: total, next, rows: <WorkshopsOver rows={rows} /> }
}
