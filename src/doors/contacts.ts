import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '@/core/app-error'
import { fieldsOf } from '@/core/form-fields'
import { idSchema } from '@/core/id'
import { exportContacts } from '@/modules/privacy/contact-export.commands'
import { contactsToCsv } from '@/modules/privacy/contact.csv'
import { viewerOfRequest } from '@/platform/session-request'
import { refusal, refuseOtherVerbs } from './answer'

/** The file of contact persons, for the form of our own pages. A POST: each one stands in the log. */
export const contacts = new Hono()

const asked = z.strictObject({ territory: idSchema.optional() })

contacts.post('/', async (c) => {
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    const form = await c.req.formData().catch(() => {
      throw new AppError('invalid', 'invalid') // another kind of body, or half of one
    })
    const { data, success } = asked.safeParse(fieldsOf(form))
    if (!success) throw new AppError('invalid', 'invalid')
    return c.body(contactsToCsv(await exportContacts(viewer, data.territory)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="contact-persons.csv"',
      'cache-control': 'private, no-store',
    })
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(contacts)
