import { type ReviewFields, reviewFields, reviewFieldsOf, sameReview } from '@/modules/rounds/review-content.schema'
import { dropOnDevice, formValues, keepOnDevice, keptOnDevice } from '@/ui/form/kept-on-device'

const pause = 1200
/** Waits between tries while there is no connection; `online` ends them. */
const retries = [3000, 8000, 20_000] as const
/** What a browser still sends when the page is closed in the middle of it (Fetch standard, keepalive: 64 KiB). */
const mostOnClosing = 60_000

/** What the server has; `savedAt` is its own time, as ISO 8601, null when nothing was ever kept. */
export type Saved = { version: number; writer: string | null; savedAt: string | null; fields: ReviewFields }
export type DraftState = 'untouched' | 'saving' | 'saved' | 'device' | 'signedOut' | 'refused'

/** What happens to a review that is being typed. `over`: nothing can be written into it any more. */
export type DraftNews =
  | { kind: 'typed' | 'restored'; fields: ReviewFields }
  | { kind: 'stale'; mine: ReviewFields; theirs: Saved }
  | { kind: 'version'; version: number }
  | { kind: 'state'; state: DraftState; savedAt?: Date }
  | { kind: 'over' }

type Answer =
  { version: number; savedAt: Date } | { stale: Saved } | { problem: 'signedOut' | 'refused' | 'over' | 'lost' }

/**
 * Keeps a review while it is typed: on this device at once, on the server soon after, and again as soon as there is a
 * connection. What this device kept and the server never had comes back when the page opens.
 */
export class ReviewKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined
  private turn = 0
  private failures = 0
  private isBusy = false
  private isPaused = false
  /** What the server has. */
  private known: { version: number; fields: ReviewFields }

  constructor(
    private readonly form: HTMLFormElement,
    private readonly about: { id: string; owner: string; writer: string; stored: Saved },
    private readonly tell: (news: DraftNews) => void,
  ) {
    this.known = about.stored
  }

  start(): () => void {
    const opening = setTimeout(() => this.open())
    const changed = () => {
      this.note()
      this.later(pause)
    }
    const closing = () => document.visibilityState === 'hidden' && void this.save(true)
    const leaving = () => void this.save(true)
    const back = () => this.later(0)
    this.form.addEventListener('input', changed)
    document.addEventListener('visibilitychange', closing)
    addEventListener('pagehide', leaving)
    addEventListener('online', back)
    return () => {
      clearTimeout(opening)
      clearTimeout(this.timer)
      this.form.removeEventListener('input', changed)
      document.removeEventListener('visibilitychange', closing)
      removeEventListener('pagehide', leaving)
      removeEventListener('online', back)
    }
  }

  /** While the form itself is being sent, or two texts wait for a choice. */
  pause(isPaused: boolean): void {
    this.isPaused = isPaused
    if (!isPaused) this.later(pause)
  }

  private typed = (): ReviewFields => reviewFieldsOf(formValues(this.form))

  private open(): void {
    const { owner, id, stored } = this.about
    const kept = keptOnDevice(owner, id)
    const fields = kept && reviewFieldsOf(kept.values)
    if (kept === null || fields === null || sameReview(fields, stored.fields)) {
      if (kept !== null) dropOnDevice(owner, id)
      this.sayStored()
      // Somebody may have typed before a script could see it.
      return this.note()
    }
    // Typed on what stands, or what stands is an earlier saving of the page that is gone: nobody else wrote.
    if (kept.version !== stored.version && kept.writer !== stored.writer)
      return this.tell({ kind: 'stale', mine: fields, theirs: stored })
    this.tell({ kind: 'restored', fields })
    this.tell({ kind: 'state', state: 'device' })
    this.later(100)
  }

  /** Whoever comes back sees since when what stands here is safe. */
  private sayStored(): void {
    const { savedAt } = this.about.stored
    if (savedAt !== null) this.tell({ kind: 'state', state: 'saved', savedAt: new Date(savedAt) })
  }

  private note(): void {
    const { owner, id, writer } = this.about
    const fields = this.typed()
    this.tell({ kind: 'typed', fields })
    if (sameReview(fields, this.known.fields)) dropOnDevice(owner, id)
    else keepOnDevice(owner, id, { version: this.known.version, writer, values: fields })
  }

  private later(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(false), wait)
  }

  private async save(isClosing: boolean): Promise<void> {
    const fields = this.typed()
    if (this.isPaused) return
    // Typed and taken back, or chosen as it stands: then there is nothing to keep.
    if (sameReview(fields, this.known.fields)) return dropOnDevice(this.about.owner, this.about.id)
    if (this.isBusy && !isClosing) return this.later(pause)
    this.isBusy = true
    this.turn += 1
    if (!isClosing && this.failures === 0) this.tell({ kind: 'state', state: 'saving' })
    const { id, writer } = this.about
    const answer = await send(id, { fields, version: this.known.version, writer, turn: this.turn }, isClosing)
    this.isBusy = false
    this.take(answer, fields)
  }

  private take(answer: Answer, fields: ReviewFields): void {
    if ('version' in answer) {
      this.learn(answer.version, fields)
      return this.settle(fields, answer.savedAt)
    }
    if ('stale' in answer) {
      const { stale } = answer
      this.learn(stale.version, stale.fields)
      // The same words from elsewhere, as when a page that was closed still sent them.
      if (sameReview(stale.fields, fields)) return this.settle(fields, momentOf(stale.savedAt))
      // An earlier saving of this very page, whose answer was lost.
      if (stale.writer === this.about.writer) return this.later(0)
      this.note()
      return this.tell({ kind: 'stale', mine: this.typed(), theirs: stale })
    }
    const { problem } = answer
    this.failures += 1
    this.tell({ kind: 'state', state: problem === 'lost' ? 'device' : problem === 'over' ? 'refused' : problem })
    if (problem === 'over') this.tell({ kind: 'over' })
    if (problem === 'lost') this.later(retries[Math.min(this.failures, retries.length) - 1] ?? pause)
  }

  /** The server has these words; what was typed since is sent soon. */
  private settle(fields: ReviewFields, savedAt: Date): void {
    if (sameReview(this.typed(), fields)) dropOnDevice(this.about.owner, this.about.id)
    else this.later(pause)
    this.tell({ kind: 'state', state: 'saved', savedAt })
  }

  private learn(version: number, fields: ReviewFields): void {
    this.failures = 0
    this.known = { version, fields }
    this.tell({ kind: 'version', version })
  }
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
  const isOver = answer.status === 403 || answer.status === 404 || answer.status === 409
  return answerOf(said) ?? { problem: answer.ok ? 'lost' : isOver ? 'over' : 'refused' }
}

function answerOf(said: unknown): Answer | null {
  if (typeof said !== 'object' || said === null) return null
  if ('stale' in said) return staleIn(said.stale)
  if (!('version' in said) || typeof said.version !== 'number') return null
  return { version: said.version, savedAt: momentOf('savedAt' in said ? said.savedAt : null) }
}

/** The moment the server names; now, where it names none. */
function momentOf(said: unknown): Date {
  const at = typeof said === 'string' ? new Date(said) : new Date()
  return Number.isNaN(at.getTime()) ? new Date() : at
}

function staleIn(said: unknown): Answer | null {
  if (typeof said !== 'object' || said === null || !('version' in said) || !('fields' in said)) return null
  const { version, fields } = said
  if (typeof version !== 'number' || typeof fields !== 'object' || fields === null) return null
  const writer = 'writer' in said && typeof said.writer === 'string' ? said.writer : null
  const savedAt = 'savedAt' in said && typeof said.savedAt === 'string' ? said.savedAt : null
  return { stale: { version, writer, savedAt, fields: reviewFieldsOf({ ...fields }) } }
}
