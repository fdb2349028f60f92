import { useLocale, useTranslations } from 'next-intl'
import { endAllSessionsHere, endOtherSessionsHere, endSessionHere } from '@/modules/accounts/own-account.actions'
import type { OwnSession } from '@/modules/accounts/own-account.schema'
import { Badge } from '@/ui/badge'
import { momentText } from '@/core/date-text'
import { DeedForm } from '@/ui/form/deed-form.client'

/** Where one is signed in; each session but this one has a button that ends it. */
export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useTranslations('ownAccount.sessions')
  const locale = useLocale()
  return (
    <>
      <ul className="border-t border-rule">
        {sessions.map(({ id, device, openedAt, seenAt, isCurrent }) => {
          const words = device === null ? t('unknown') : t('on', device)
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-3"
            >
              <div>
                <p className="font-semibold">
                  {words} {isCurrent && <Badge tone="ok">{t('here')}</Badge>}
                </p>
                <p className="text-sm text-ink-2">
                  {t('seen', { at: momentText(locale, seenAt) })}, {t('opened', { at: momentText(locale, openedAt) })}
                </p>
              </div>
              {!isCurrent && (
                <DeedForm
                  action={endSessionHere}
                  values={{ id }}
                  size="small"
                  submit={{ text: t('end'), label: t('endNamed', { device: words }) }}
                  busy={t('busy')}
                />
              )}
            </li>
          )
        })}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        {sessions.length > 1 && (
          <DeedForm action={endOtherSessionsHere} values={{}} submit={t('endOthers')} busy={t('busy')} />
        )}
        <DeedForm action={endAllSessionsHere} values={{}} look="quiet" submit={t('endAll')} busy={t('busy')} />
      </div>
    </>
  )
}
