'use client'

import { Clock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { fieldsOf } from '@/core/form-fields'
import { Button } from './button'
import { buttonClasses } from './button-look'
import { dropAllForms, keepForm, sessionEvent } from './form/kept-form'

const address = '/api/account/session'
const warnSeconds = 5 * 60

type Left = { idle: number; absolute: number }
type Shown = { kind: 'soon' | 'last'; at: Date } | { kind: 'over' } | null

/** Null when the session is over; undefined while nobody can tell. */
async function ask(method: 'GET' | 'POST'): Promise<Left | null | undefined> {
  const answer = await fetch(address, { method, cache: 'no-store' }).catch(() => undefined)
  if (answer?.status === 401) return null
  if (!answer?.ok) return undefined
  const left: unknown = await answer.json()
  return isLeft(left) ? left : undefined
}

const isLeft = (left: unknown): left is Left =>
  typeof left === 'object' && left !== null && 'idle' in left && 'absolute' in left

/**
 * Says some minutes before that the session will end, with a way to stay (WCAG 2.2 §2.2.1), and when it has ended, with
 * a way back in that keeps what was typed. Asking counts as no use, so a page left alone still signs out.
 */
export function SessionWatch() {
  const t = useTranslations('session')
  const locale = useLocale()
  const [shown, setShown] = useState<Shown>(null)
  const [isUnderstood, setIsUnderstood] = useState(false)

  const tell = (left: Left | null | undefined): number => {
    if (left === null) setShown({ kind: 'over' })
    if (left === undefined) return 60
    if (left === null) return Infinity
    const seconds = Math.min(left.idle, left.absolute)
    if (seconds > warnSeconds) setShown(null)
    else setShown({ kind: left.absolute <= left.idle ? 'last' : 'soon', at: new Date(Date.now() + seconds * 1000) })
    return seconds > warnSeconds ? seconds - warnSeconds : Math.max(1, Math.min(seconds + 1, 30))
  }
  const look = useEffectEvent(async () => tell(await ask('GET')))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = 0
    const go = () => void goOn()
    const goOn = async () => {
      clearTimeout(timer)
      asked = Date.now()
      const next = await look()
      clearTimeout(timer)
      if (next < Infinity) timer = setTimeout(go, next * 1000)
    }
    // A machine that slept did not count; whoever comes back is told at once.
    const back = () => document.visibilityState === 'visible' && Date.now() - asked > 30_000 && go()
    const signingOut = (event: SubmitEvent) =>
      event.target instanceof HTMLFormElement && event.target.dataset.signOut !== undefined && dropAllForms()
    go()
    document.addEventListener('visibilitychange', back)
    document.addEventListener('submit', signingOut)
    document.addEventListener(sessionEvent, go)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
      document.removeEventListener('submit', signingOut)
      document.removeEventListener(sessionEvent, go)
    }
  }, [])

  if (shown === null || (shown.kind === 'last' && isUnderstood)) return null
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
        <Button look="primary" onClick={() => void ask('POST').then(tell)}>
          {t('stay')}
        </Button>
      )}
      {shown.kind === 'last' && <Button onClick={() => setIsUnderstood(true)}>{t('understood')}</Button>}
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
    if ([...form.elements].some(isTyped)) keepForm(form.id, fieldsOf(new FormData(form)), 'signedInAgain')
}

const isTyped = (control: Element): boolean =>
  control instanceof HTMLSelectElement
    ? [...control.options].some((option) => option.selected !== option.defaultSelected)
    : control instanceof HTMLTextAreaElement
      ? control.value !== control.defaultValue
      : control instanceof HTMLInputElement &&
        (control.value !== control.defaultValue || control.checked !== control.defaultChecked)
