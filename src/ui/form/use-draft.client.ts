'use client'

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { type FormFields, fieldsOf } from '@/core/form-fields'
import { useHasScript } from '@/ui/use-has-script.client'
import { dropForm, idOfForm, keepForm } from './kept-form'

const pause = 1500
/** Without an answer it is tried again after so long, and as soon as there is a connection. */
const patience = 10_000
/** What a browser still sends when the page is closed in the middle of it (Fetch standard, keepalive: 64 KiB). */
const mostOnClosing = 60_000

export type DraftState = { savedAt: Date | null; state: 'untouched' | 'saved' | 'saving' | 'failed' }

const bodyOf = (form: HTMLFormElement): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !name.startsWith('$ACTION')) body.append(name, value)
  return body
}

/** The server's own time of a saving. */
function savedAtIn(answer: unknown): Date {
  const said = typeof answer === 'object' && answer !== null && 'savedAt' in answer ? answer.savedAt : null
  return typeof said === 'string' ? new Date(said) : new Date()
}

/**
 * Keeps what stands in a form at `address`: 1.5 s after the last change, when a field is left, and when the page is
 * closed or hidden. Without a connection it tries again by itself; who leaves the page before is asked, and this tab
 * keeps what was typed. Nothing is kept before the first change, nor while `isPaused` (the form is being sent).
 * `keptAt`: when what opened the form was kept. `onRead` gets the form's values after each change.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  {
    address,
    isPaused,
    keptAt = null,
    onRead,
  }: { address: string; isPaused: boolean; keptAt?: Date | null; onRead?: (values: FormFields) => void },
): DraftState {
  const [draft, setDraft] = useState<DraftState>({ savedAt: null, state: 'untouched' })
  const known = useRef<string | null>(null)
  const asking = useRef<AbortController | null>(null)
  /** Is what stands in the form known to nobody, because no answer came? */
  const isLost = useRef(false)

  const keep = useEffectEvent(async (isClosing: boolean) => {
    if (form.current === null || isPaused) return
    const body = bodyOf(form.current)
    const text = body.toString()
    if (known.current === null) known.current = text
    if (text === known.current) return
    known.current = text
    asking.current?.abort()
    const question = new AbortController()
    asking.current = question
    if (!isClosing) setDraft((now) => ({ ...now, state: 'saving' }))
    const answer = await fetch(address, {
      method: 'POST',
      body,
      // Always: the page may be closed while an ordinary saving is still under way.
      keepalive: text.length < mostOnClosing,
      ...(!isClosing && { signal: question.signal }),
    }).catch(() => null)
    if (question.signal.aborted || isClosing) return
    isLost.current = answer === null || answer.status >= 500
    if (answer?.ok) {
      dropForm(idOfForm(form.current))
      const savedAt = savedAtIn(await answer.json().catch(() => null))
      setDraft({ savedAt, state: 'saved' })
    } else {
      // Nobody is signed in any more: this tab keeps it until somebody is.
      if (answer?.status === 401 && form.current !== null)
        keepForm(idOfForm(form.current), fieldsOf(new FormData(form.current)), 'signedInAgain')
      known.current = ''
      setDraft((now) => ({ ...now, state: 'failed' }))
    }
  })
  const keepInTab = useEffectEvent(() => {
    if (isLost.current && !isPaused && form.current !== null)
      keepForm(idOfForm(form.current), fieldsOf(new FormData(form.current)), 'connectionBack')
  })
  const askFirst = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isLost.current && !isPaused) event.preventDefault()
  })
  const read = useEffectEvent(() => {
    if (form.current !== null) onRead?.(fieldsOf(new FormData(form.current)))
  })

  // In the reader's time zone, which only a browser knows.
  const hasScript = useHasScript()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let reading: ReturnType<typeof setTimeout> | undefined
    if (form.current !== null) known.current = bodyOf(form.current).toString()
    read()
    const later = () => {
      clearTimeout(timer)
      clearTimeout(reading)
      timer = setTimeout(() => void keep(false), pause)
      reading = setTimeout(read, 200)
    }
    // Lists that float over the page are not inside the form, so the whole document is listened to.
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void keep(false), 50)
      clearTimeout(reading)
      reading = setTimeout(read, 50)
    }
    const closing = () => document.visibilityState === 'hidden' && void keep(true)
    const leaving = () => {
      keepInTab()
      void keep(true)
    }
    const asked = (event: BeforeUnloadEvent) => askFirst(event)
    for (const event of ['input', 'change', 'click', 'keyup']) document.addEventListener(event, later)
    document.addEventListener('focusout', soon)
    document.addEventListener('visibilitychange', closing)
    addEventListener('pagehide', leaving)
    addEventListener('beforeunload', asked)
    addEventListener('online', soon)
    return () => {
      clearTimeout(timer)
      clearTimeout(reading)
      for (const event of ['input', 'change', 'click', 'keyup']) document.removeEventListener(event, later)
      document.removeEventListener('focusout', soon)
      document.removeEventListener('visibilitychange', closing)
      removeEventListener('pagehide', leaving)
      removeEventListener('beforeunload', asked)
      removeEventListener('online', soon)
    }
  }, [form])
  useEffect(() => {
    if (draft.state !== 'failed' || !isLost.current) return
    const timer = setTimeout(() => void keep(false), patience)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => {
    if (isPaused) asking.current?.abort()
  }, [isPaused])
  return draft.savedAt === null && hasScript ? { ...draft, savedAt: keptAt } : draft
}
