import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/ui/link-button'

/** The ways to begin: a relation first, since its actors abroad are written inside it. */
export function NewRecordLinks() {
  const t = useTranslations('desk')
  return (
    <>
      <LinkButton href="/desk/relations/new" look="primary" icon={<Plus aria-hidden />}>
        {t('newRelation')}
      </LinkButton>
      <LinkButton href="/desk/actors/new" icon={<Plus aria-hidden />}>
        {t('newActor')}
      </LinkButton>
      <LinkButton href="/desk/practices/new" icon={<Plus aria-hidden />}>
        {t('newPractice')}
      </LinkButton>
    </>
  )
}
