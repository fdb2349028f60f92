import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { languageName } from '@/core/language'
import { inLanguage, locales, type Locale } from '@/core/localized'
import { openOwnPage } from '@/modules/privacy/own-data.commands'
import { ownDeeds } from '@/modules/privacy/own-data.schema'
import { HeldData } from '@/modules/privacy/ui/held-data'
import { OwnFile } from '@/modules/privacy/ui/own-file'
import { OwnEntry } from '@/modules/privacy/ui/own-entry.client'
import { renewOwnPageHere } from '@/modules/privacy/own-data.actions'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { GoneLink } from '@/ui/gone-link'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = {
  params: Promise<{ locale: Locale; token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.own')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function OwnPage(props: Props) {
  return answered(() => ownPage(props))
}

/** What is held about the address a link was mailed to. Opening it changes nothing; each deed is a button. */
async function ownPage({ params, searchParams }: Props) {
  const [{ locale, token }, { done }] = await Promise.all([params, searchParams])
  const [t, ask, held] = await Promise.all([
    getTranslations('privacy.own'),
    getTranslations('privacy.ask'),
    openOwnPage(token),
  ])
  if (held === null || held === 'gone')
    return (
      <GoneLink
        title={t('goneTitle')}
        action={
          <ClientTexts namespaces={['privacy', 'errors', 'ui']}>
            {held === 'gone' ? (
              <DeedForm
                action={renewOwnPageHere}
                values={{ token }}
                look="primary"
                submit={t('renew')}
                done={ask('sentTitle')}
              />
            ) : (
              <LinkButton href="/privacy#own">{t('askAgain')}</LinkButton>
            )}
          </ClientTexts>
        }
      >
        {t('goneBody')}
      </GoneLink>
    )
  const deed = ownDeeds.find((one) => one === done)
  const languages = locales.map((value) => ({ value, label: languageName(value, locale) }))
  return (
    <Page reading>
      <PageHead title={t('title')} actions={<OwnFile held={held} />}>
        <p className="text-base wrap-break-word">{t('lead', { email: held.email })}</p>
      </PageHead>
      {deed !== undefined && (
        <div className="mb-6">
          <Notice tone="ok" role="status">
            {t(`done.${deed}`)}
          </Notice>
        </div>
      )}
      <ClientTexts namespaces={['privacy', 'persons', 'errors', 'ui']}>
        <HeldData
          held={held}
          deeds={(entry) => (
            <OwnEntry
              key={`${entry.id} ${entry.version}`}
              token={token}
              languages={languages}
              entry={{
                id: entry.id,
                name: entry.name,
                role: entry.role === null ? '' : inLanguage(entry.role, entry.locale).value,
                phone: entry.phone ?? '',
                locale: entry.locale,
                hasObjected: entry.objectedAt !== null,
              }}
            />
          )}
        />
      </ClientTexts>
    </Page>
  )
}
