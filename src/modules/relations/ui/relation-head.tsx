import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dateText } from '@/core/date-text'
import type { RelationDetail } from '@/modules/relations/relation.schema'
import { RelationName } from '@/modules/relations/ui/relation-name'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { Breadcrumb } from '@/ui/breadcrumb'
import { GroupIcon } from '@/ui/group-icon'
import { Notice } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { RecordState } from '@/ui/record-state'

/** Where one is, what the relation is and is called, and to those who keep it the way to edit. */
export function RelationHead({
  relation,
  title,
  deeds,
}: {
  relation: RelationDetail
  title: { value: string; language: string } | null
  deeds: ReactNode
}) {
  const t = useTranslations('relations')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const type = taxonomy(`type.${relation.type}`)
  return (
    <>
      <Breadcrumb steps={[{ label: t('title'), href: '/relations' }, { label: type }]} />
      <PageHead
        eyebrow={`${type}, ${t(relation.isInternational ? 'page.international' : 'page.domestic')}`}
        title={<RelationName relation={{ ...relation, title, partyCount: relation.parties.length }} />}
        disc={
          <GroupIcon group={groupOf(relation.type)} look="ring" label={taxonomy(`group.${groupOf(relation.type)}`)} />
        }
        actions={deeds}
      />
      <RecordState status={relation.status} visibility={relation.visibility} sentBackReason={relation.sentBackReason} />
      {relation.contests.map(({ territory, openedAt }) => (
        <div key={territory.id} className="mb-4 max-w-[45rem]">
          <Notice tone="warn">
            {t('page.contested', { territory: territory.name, day: dateText(locale, openedAt, 'day') })}
          </Notice>
        </div>
      ))}
      {relation.fictitious && <Notice tone="warn">{t('page.fictitious')}</Notice>}
    </>
  )
}
