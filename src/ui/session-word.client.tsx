'use client'

import { Clock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { fieldsOf } from '@/core/form-fields'
import { Button } from './button'
import { buttonClasses } from './button-look'
import { idOfForm, keepForm } from './form/kept-form'

/** When the session ends: soon, and it can be stretched; soon and for good; or it has. */
export type SessionNews = { kind: 'soon' | 'last'; at: Date } | { kind: 'over' }

/** The word of it, over the page. */
export function SessionWord({
  shown,
  onStay,
  onUnderstood,
}: {
  shown: SessionNews
  onStay: () => void
  onUnderstood: () => void
}) {
  const t = useTranslations('session')
  const locale = useLocale()
  const at =
    'at' in shown ? new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(shown.at) : ''
  return (
    <div
      role="alert"
      aria-label={t('label')}
      data-screen-only
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-[40rem] flex-wrap items-center gap-x-4 gap-y-2.5 rounded-lg border-2 border-mark bg-sheet px-4.5 py-3.5 shadow-float"
    >
      <Clock className="size-5 flex-none" aria-hidden />
      <p className="min-w-0 flex-1 basis-64">{t(shown.kind, { at })}</p>
      {shown.kind === 'soon' && (
        <Button look="primary" onClick={onStay}>
          {t('stay')}
        </Button>
      )}
      {shown.kind === 'last' && <Button onClick={onUnderstood}>{t('understood')}</Button>}
      {shown.kind === 'over' && (
        <a
          href={`/${locale}/sign-in`}
          className={buttonClasses({ look: 'primary' })}
          onClick={(event) => {
            keepTyped()
            const here = encodeURIComponent(location.pathname + location.search)
            event.currentTarget.href = `/${locale}/sign-in?callbackUrl=${here}`
          }}
        >
          {t('again')}
        </a>
      )}
    </div>
  )
}

/** Keeps the forms of this page into which somebody typed. */
function keepTyped() {
  for (const form of document.querySelectorAll<HTMLFormElement>('main form[id]'))
    if ([...form.elements].some(isTyped)) keepForm(idOfForm(form), fieldsOf(new FormData(form)), 'signedInAgain')
}

const isTyped = (control: Element): boolean =>
  control instanceof HTMLSelectElement
    ? [...control.options].some((option) => option.selected !== option.defaultSelected)
    : control instanceof HTMLTextAreaElement
      ? control.value !== control.defaultValue
      : control instanceof HTMLInputElement &&
        (control.value !== control.defaultValue || control.checked !== control.defaultChecked)
