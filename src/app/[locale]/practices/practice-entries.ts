import { getTranslations } from 'next-intl/server'
import { themeWords } from '@/app/[locale]/code-names'
import type { Locale } from '@/core/localized'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { type ProgrammeEntry, programmeEntries } from '@/modules/practices/programme-form.schema'

/** The fields of the programme's form as a page shows them, in the reader's language. */
export async function practiceEntries(practice: PracticeDetail, locale: Locale): Promise<ProgrammeEntry[]> {
  const [t, themes] = await Promise.all([getTranslations('practices'), themeWords(practice.themes, locale)])
  return programmeEntries(practice, {
    ...{ locale, themes, ongoing: t('period.ongoing') },
    scope: practice.scope && t(`scope.${practice.scope}`),
  })
}
