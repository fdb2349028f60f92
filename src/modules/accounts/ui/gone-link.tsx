import { useTranslations } from 'next-intl'
import type { LinkKind } from '@/modules/accounts/account.schema'
import { renewLinkHere } from '@/modules/accounts/link.actions'
import { DeedForm } from '@/ui/form/deed-form.client'
import { PageHead } from '@/ui/page-head'

/** A link that is used or too old says so, and offers a new one to the same address (9-decisions, Mailed links). */
export function GoneLink({ kind, token }: { kind: LinkKind; token: string }) {
  const t = useTranslations('accounts.goneLink')
  return (
    <>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <DeedForm
        action={renewLinkHere}
        values={{ kind, token }}
        submit={t('submit')}
        busy={t('busy')}
        done={t('done')}
        look="primary"
      />
    </>
  )
}
