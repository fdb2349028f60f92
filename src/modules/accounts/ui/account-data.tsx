import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/ui/button-look'
import { LinkButton } from '@/ui/link-button'

/** One's own data: taken along, or deleted. */
export function AccountData() {
  const t = useTranslations('ownAccount.data')
  return (
    <>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <div className="flex flex-wrap gap-2">
        <a href="/api/account/data" download className={buttonClasses({})}>
          <Download aria-hidden />
          {t('download')}
        </a>
        <LinkButton href="/desk/account/delete" look="destructive">
          {t('delete')}
        </LinkButton>
      </div>
    </>
  )
}
