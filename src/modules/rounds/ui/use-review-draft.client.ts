'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { newId } from '@/core/new-id'
import { type ReviewFields, reviewFields, reviewFieldsOf, sameReview } from '@/modules/rounds/review-content.schema'
import { dropOnDevice, formValues, keepOnDevice, keptOnDevice } from '@/ui/form/kept-on-device'

const pause = 1200
const retries = [3000, 8000, 20_000] as const
/** What a browser still sends when the page is closed in the middle of it (Fetch standard, keepalive: 64 KiB). */
const mostOnClosing = 60_000

export type DraftState = 'untouched' | 'saving' | 'saved' | 'device' | 'signedOut' | 'refused'
export type Saved = { version: number; writer: string | null; fields: ReviewFields }
/** `over`: nothing can be written into it any more; the page then says why. */
type Answer = { version: number } | { stale: Saved } | { problem: 'signedOut' | 'refused' | 'over' | 'lost' }

/**
 * Keeps a review while it is typed: on this device at once, on the server soon after, and again as soon as there is a
 * connection. What this device kept and the server never had is given to `onRestored` when the page opens; what another
 * page wrote meanwhile to `onStale`. `version` and `turn` are what the form itself sends.
 */
export function useReviewDraft(
  form: RefObject<HTMLFormElement | null>,
  {
    id,
    owner,
    stored,
    isPaused,
    onTyped,
    onRestored,
    onStale,
  }: {
    id: string
    owner: string
    stored: Saved
    isPaused: boolean
    onTyped: (fields: ReviewFields) => void
    onRestored: (fields: ReviewFields) => void
    onStale: (mine: ReviewFields, theirs: Saved) => void
  },
) {
  const [state, setState] = useState<{ state: DraftState; savedAt: Date | null }>({ state: 'untouched', savedAt: null })
  const router = useRouter()
  const [version, setVersion] = useState(stored.version)
  const [writer] = useState(() => newId().slice(-12))
  // What the server has, and how often this page has sent.
  const known = useRef({ version: stored.version, fields: stored.fields, turn: 0, busy: false, failures: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const typed = (): ReviewFields => (form.current === null ? {} : reviewFieldsOf(formValues(form.current)))

  const learn = (fields: ReviewFields, now: number) => {
    known.current = { ...known.current, version: now, fields, failures: 0 }
    setVersion(now)
  }

  const note = useEffectEvent(() => {
    const fields = typed()
    onTyped(fields)
    if (!sameReview(fields, known.current.fields))
      keepOnDevice(owner, id, { version: known.current.version, writer, values: fields })
  })

  const save = useEffectEvent(async (isClosing: boolean) => {
    const fields = typed()
    if (form.current === null || isPaused || sameReview(fields, known.current.fields)) return
    if (known.current.busy && !isClosing) return later(pause)
    known.current.busy = true
    known.current.turn += 1
    const { turn, version: base } = known.current
    if (!isClosing) setState((now) => ({ ...now, state: 'saving' }))
    const answer = await send(id, { fields, version: base, writer, turn }, isClosing)
    known.current.busy = false
    take(answer, fields)
  })

  const take = (answer: Answer, fields: ReviewFields) => {
    if ('version' in answer) {
      learn(fields, answer.version)
      if (sameReview(typed(), fields)) dropOnDevice(owner, id)
      else later(pause)
      return setState({ state: 'saved', savedAt: new Date() })
    }
    if ('stale' in answer) {
      const { stale } = answer
      // An earlier saving of this very page, whose answer was lost; or the same words from elsewhere.
      const isOurs = stale.writer === writer || sameReview(stale.fields, fields)
      learn(stale.fields, stale.version)
      if (!isOurs) return onStale(typed(), stale)
      return later(0)
    }
    known.current.failures += 1
    const { problem } = answer
    setState((now) => ({ ...now, state: problem === 'lost' ? 'device' : problem === 'over' ? 'refused' : problem }))
    if (problem === 'over') router.refresh()
    if (problem === 'lost') later(retries[Math.min(known.current.failures, retries.length) - 1] ?? pause)
  }

  const later = (wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(false), wait)
  }

  const open = useEffectEvent(() => {
    const kept = keptOnDevice(owner, id)
    const fields = kept && reviewFieldsOf(kept.values)
    if (kept === null || fields === null || sameReview(fields, stored.fields)) {
      if (kept !== null) dropOnDevice(owner, id)
      // Somebody may have typed before this ran.
      return note()
    }
    // Typed on what stands, or what stands is an earlier saving of the page that is gone: then nothing else was written.
    if (kept.version === stored.version || kept.writer === stored.writer) {
      onRestored(fields)
      setState({ state: 'device', savedAt: null })
      return later(50)
    }
    onStale(fields, stored)
  })

  useEffect(() => {
    open()
    const changed = () => {
      note()
      later(pause)
    }
    const closing = () => document.visibilityState === 'hidden' && void save(true)
    const leaving = () => void save(true)
    const back = () => later(0)
    const place = form.current
    place?.addEventListener('input', changed)
    place?.addEventListener('change', changed)
    document.addEventListener('visibilitychange', closing)
    addEventListener('pagehide', leaving)
    addEventListener('online', back)
    return () => {
      clearTimeout(timer.current)
      place?.removeEventListener('input', changed)
      place?.removeEventListener('change', changed)
      document.removeEventListener('visibilitychange', closing)
      removeEventListener('pagehide', leaving)
      removeEventListener('online', back)
    }
  }, [form])

  return { ...state, version, writer, saveSoon: () => later(50) }
}

async function send(
  id: string,
  { fields, version, writer, turn }: { fields: ReviewFields; version: number; writer: string; turn: number },
  isClosing: boolean,
): Promise<Answer> {
  const body = new URLSearchParams({ version: String(version), writer, turn: String(turn) })
  for (const field of reviewFields) if (fields[field] !== undefined) body.append(field, fields[field])
  const answer = await fetch(`/api/reviews/${id}/draft`, {
    method: 'POST',
    body,
    keepalive: body.toString().length < mostOnClosing,
    ...(!isClosing && { signal: AbortSignal.timeout(15_000) }),
  }).catch(() => null)
  if (answer === null || answer.status >= 500 || answer.status === 429) return { problem: 'lost' }
  if (answer.status === 401) return { problem: 'signedOut' }
  const said: unknown = await answer.json().catch(() => null)
  return answerOf(said) ?? { problem: answer.ok ? 'lost' : [403, 404, 409].includes(answer.status) ? 'over' : 'refused' }
}

function answerOf(said: unknown): Answer | null {
  if (typeof said !== 'object' || said === null) return null
  if ('stale' in said) {
    const { stale } = said
    if (typeof stale !== 'object' || stale === null || !('version' in stale) || !('fields' in stale)) return null
    const { version, fields } = stale
    if (typeof version !== 'number' || typeof fields !== 'object' || fields === null) return null
    const writer = 'writer' in stale && typeof stale.writer === 'string' ? stale.writer : null
    return { stale: { version, writer, fields: reviewFieldsOf({ ...fields }) } }
  }
  return 'version' in said && typeof said.version === 'number' ? { version: said.version } : null
}
