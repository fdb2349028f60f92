import { useTranslations } from 'next-intl'
import { PracticeRows } from '@/modules/groups/ui/practice-rows'
import type { HandedIn } from '@/modules/practices/handed-in.schema'
import { Section } from '@/ui/section'

/** On the page of a group: what is published for its territory alone, which stands in no public list. */
export function TerritoryPractices({ practices }: { practices: readonly HandedIn[] }) {
  const t = useTranslations('groups.forTerritory')
  return (
    <Section id="for-territory" title={t('title')}>
      <p className="text-sm text-ink-2">{t('lead')}</p>
      <PracticeRows path="/practices" practices={practices} />
    </Section>
  )
}
