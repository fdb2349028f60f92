import { KeyRound, Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/ui/button-look'
import { LinkButton } from '@/ui/link-button'

/** Below the one form: a link by mail, another sign-in service where there is one, and where accounts come from. */
export function OtherWaysIn({ service, target }: { service: string | null; target: string }) {
  const t = useTranslations('accounts.otherWays')
  return (
    <section aria-labelledby="other-ways" className="mt-8 border-t border-rule pt-6">
      <h2 id="other-ways" className="mb-3 text-sm font-semibold">
        {t('title')}
      </h2>
      <div className="flex flex-wrap gap-2.5">
        <LinkButton
          href={`/sign-in/link?callbackUrl=${encodeURIComponent(target)}`}
          rel="nofollow"
          icon={<Mail aria-hidden />}
        >
          {t('byLink')}
        </LinkButton>
        {service !== null && (
          // Not a page of ours: it leads to the other service at once.
          <a
            href={`/api/auth/signin/oidc?callbackUrl=${encodeURIComponent(target)}`}
            className={buttonClasses({})}
            rel="nofollow"
          >
            <KeyRound aria-hidden />
            {t('byService', { service })}
          </a>
        )}
      </div>
      <p className="mt-5 text-sm text-ink-2">{t('noAccount')}</p>
    </section>
  )
}
