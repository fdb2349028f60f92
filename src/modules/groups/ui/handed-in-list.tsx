import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { PracticeRows } from '@/modules/groups/ui/practice-rows'
import type { HandedIn } from '@/modules/practices/handed-in.schema'
import { Section } from '@/ui/section'

/** On the page of a group: the practices that wait for its judgement, its own territory's and those it was offered. */
export function HandedInList({
  path,
  practices,
}: {
  /** Address of the group. */
  path: string
  practices: readonly HandedIn[]
}) {
  const t = useTranslations('groups.handedIn')
  const locale = useLocale()
  return (
    <Section id="practices" title={t('title')}>
      {practices.length === 0 && <p className="text-sm text-ink-2">{t('none')}</p>}
      <PracticeRows
        path={`${path}/practices`}
        practices={practices}
        about={({ territory, offeredAt }) =>
          offeredAt === null
            ? t('own')
            : t('offered', { territory: territory ?? t('commons'), day: dateText(locale, offeredAt, 'day') })
        }
      />
    </Section>
  )
}
