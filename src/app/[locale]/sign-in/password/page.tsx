import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChoosePasswordForm } from '@/modules/accounts/ui/choose-password-form.client'
import { ClientTexts } from '@/ui/client-texts'
import { PageHead } from '@/ui/page-head'

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.choosePassword')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where a link that lets somebody choose a password leads. Opening it uses nothing up: scanners open links too. */
export default async function ChoosePasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('accounts.choosePassword')])
  return (
    <div className="mx-auto w-full max-w-[45rem] px-4 py-10 sm:px-6">
      <PageHead title={t('title')} />
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <ChoosePasswordForm token={typeof token === 'string' ? token : ''} />
      </ClientTexts>
    </div>
  )
}
