import { Hono } from 'hono'
import { AppError } from '@/core/app-error'
import { fieldsOf } from '@/core/form-fields'
import { keepDraft } from '@/modules/desk/draft.commands'
import { draftKeySchema } from '@/modules/desk/draft.schema'
import { viewerOfRequest } from '@/platform/session-request'
import { problem, refusal, refuseOtherVerbs } from './answer'

/** Keeps what is being typed into a form of ours, also while its page is being closed. For our own pages. */
export const draft = new Hono()

// Two thousand fields and a million characters is what `fieldsOf` reads; more is not even taken in.
const mostBytes = 4_000_000

draft.post('/:form/:recordId', async (c) => {
  const key = draftKeySchema.safeParse({ ...c.req.param(), base: c.req.query('base') })
  if (!key.success) return problem(404, 'Not Found')
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    if (!(Number(c.req.header('content-length')) <= mostBytes)) throw new AppError('invalid', 'formTooLarge')
    const form = await c.req.formData().catch(() => {
      throw new AppError('invalid', 'invalid') // another kind of body, or half of one
    })
    const savedAt = await keepDraft(viewer, key.data, fieldsOf(form))
    return c.json({ savedAt: savedAt.toISOString() }, 200, { 'cache-control': 'private, no-store' })
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(draft)
