import { getTranslations } from 'next-intl/server'
import type { DeskSection } from './desk-part'
import { recordPart } from './record-part'

/** What a coordinator sent back, with the reason. */
export const sentBack: DeskSection = async (asked) => {
  const t = await getTranslations('desk')
  return recordPart(asked, { title: t('sentBack'), filter: { status: ['draft'], sentBack: true } })
}
