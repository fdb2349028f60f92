import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { Organisation } from '@/modules/groups/group.schema'

/** For whom somebody stands: a link; a word where nobody is named, or where the reader may not see who it is. */
export function OrganisationName({ organisation, isHidden }: { organisation: Organisation | null; isHidden: boolean }) {
  const t = useTranslations('groups')
  if (organisation === null) return isHidden ? t('hiddenOrganisation') : t('noOrganisation')
  return (
    <Link href={`/actors/${organisation.slug}`} prefetch={false} className="wrap-break-word">
      {organisation.name}
    </Link>
  )
}
