import { getLocale } from 'next-intl/server'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { AppError, isAppError } from '@/core/app-error'
import { decided } from '@/core/decision'
import { fieldProblems } from '@/core/field-problems'
import { fieldsOf, type FormFields } from '@/core/form-fields'
import type { FormState } from '@/core/form-state'
import type { Visit } from '@/core/opening'
import type { Viewer } from '@/core/viewer'
import { isSameOrigin } from '@/platform/origin'
import { setPageStatus } from '@/platform/reply'
import { visitOf } from '@/platform/session-request'
import { currentViewer } from '@/platform/session'

/** `visit.address` is the visitor's own, as far as trusted proxies tell (src/server.ts writes it). */
type Sender = { viewer: Viewer | null; locale: string; visit: Visit }

/**
 * A server action for `useActionState`: checks where the form comes from, reads it, parses it, does the work. What the
 * schema or the work refuses (AppError) becomes the state the form shows, with what was typed kept, except the fields
 * in `forget` (passwords). Redirects and bugs fly on.
 */
export function formAction<Schema extends z.ZodType, Result = undefined>(
  schema: Schema,
  work: (input: z.output<Schema>, sender: Sender) => Promise<Result>,
  { forget = [] }: { forget?: readonly string[] } = {},
): (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>> {
  return async (previous, form) => {
    // What comes back from the browser is a claim, not our state.
    const turn = Number.isSafeInteger(previous?.turn) ? previous.turn + 1 : 1
    let values: FormFields = {}
    try {
      await requireOwnForm()
      if (!isForm(form)) throw new AppError('invalid', 'invalid')
      const fields = fieldsOf(form)
      values = Object.fromEntries(Object.entries(fields).filter(([name]) => !forget.includes(name)))
      const parsed = schema.safeParse(fields)
      if (!parsed.success) return toldOnly({ turn, values, problems: fieldProblems(parsed.error), refusal: null })
      const result = await work(parsed.data, await senderOfRequest())
      return { turn, values, problems: [], refusal: null, result }
    } catch (error) {
      if (!isAppError(error)) throw error
      tellPrograms(error)
      return toldOnly({ turn, values, problems: error.fields, refusal: refusalOf(error) })
    }
  }
}

/** An answer that holds the sender's own words and what is wrong with them: everybody may have it. */
function toldOnly<State>(state: State): State {
  decided()
  return state
}

/** An action can be called with anything by its id; only React's own client sends a form. */
const isForm = (sent: unknown): sent is FormData => sent instanceof FormData

/** Without script the answer is a page: whoever tries by program reads its status. */
function tellPrograms({ code, values }: AppError) {
  if (code === 'limited') setPageStatus(429, { 'retry-after': String(Number(values.minutes) * 60) })
  if (code === 'unavailable') setPageStatus(503, { 'retry-after': '60' })
}

const senderOfRequest = async (): Promise<Sender> => ({
  viewer: await currentViewer(),
  locale: await getLocale(),
  visit: visitOf(await headers()),
})

/** Throws `forbidden` unless the form of this request was sent by a page of ours. For actions that are no `formAction`. */
async function requireOwnForm(): Promise<void> {
  if (!isSameOrigin(await headers())) throw new AppError('forbidden', 'foreignOrigin')
}

const refusalOf = (error: AppError) =>
  error.fields.length > 0 ? null : { code: error.code, message: error.messageKey, values: error.values }
