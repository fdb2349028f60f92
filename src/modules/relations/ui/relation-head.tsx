import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RelationDetail } from '@/modules/relations/relation.schema'
import { RelationName } from '@/modules/relations/ui/relation-name'
import { groupOf } from '@/modules/taxonomy/taxonomy.schema'
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
      {relation.fictitious && <Notice tone="warn">{t('page.fictitious')}</Notice>}
    </>
  )
}
