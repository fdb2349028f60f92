import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/ui/button-look'
import { LinkButton } from '@/ui/link-button'

/** One's own data: taken along, or deleted. `hasKeys`: programs of one's territories have keys of their own. */
export function AccountData({ hasKeys }: { hasKeys: boolean }) {
  const t = useTranslations('ownAccount.data')
  return (
    <>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <div className="flex flex-wrap gap-2">
        <a href="/api/account/data" download className={buttonClasses({})}>
          <Download aria-hidden />
          {t('download')}
        </a>
        {hasKeys && <LinkButton href="/desk/api-keys">{t('keysOpen')}</LinkButton>}
        <LinkButton href="/desk/account/delete" look="destructive">
          {t('delete')}
        </LinkButton>
      </div>
    </>
  )
}
