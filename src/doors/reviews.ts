import { Hono } from 'hono'
import { AppError } from '@/core/app-error'
import { fieldProblems } from '@/core/field-problems'
import { fieldsOf } from '@/core/form-fields'
import { keepReview } from '@/modules/rounds/review.commands'
import { reviewDraftSchema } from '@/modules/rounds/review.schema'
import { viewerOfRequest } from '@/platform/session-request'
import { refusal, refuseOtherVerbs } from './answer'

/** What the page of a review asks as a program: it keeps what is typed. */
export const reviews = new Hono()

const mostBytes = 1_000_000
const unkept = { 'cache-control': 'private, no-store' }

reviews.post('/:id/draft', async (c) => {
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    if (!(Number(c.req.header('content-length')) <= mostBytes)) throw new AppError('invalid', 'formTooLarge')
    const form = await c.req.formData().catch(() => {
      throw new AppError('invalid', 'invalid') // another kind of body, or half of one
    })
    const { data, error } = reviewDraftSchema.safeParse(fieldsOf(form))
    if (error !== undefined) throw new AppError('invalid', 'invalid', {}, fieldProblems(error))
    const kept = await keepReview(viewer, c.req.param('id'), data)
    return 'stale' in kept ? c.json(kept, 409, unkept) : c.json(kept, 200, unkept)
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(reviews)
