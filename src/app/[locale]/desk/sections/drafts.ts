import { getTranslations } from 'next-intl/server'
import type { DeskSection } from './desk-part'
import { recordPart } from './record-part'

/** Drafts of the viewer's territories that nobody sent back. */
export const drafts: DeskSection = async (asked) => {
  const t = await getTranslations('desk')
  return recordPart(asked, {
    title: t('drafts'),
    filter: { status: ['draft'], sentBack: false },
  })
}
