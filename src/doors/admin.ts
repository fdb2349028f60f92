import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { csvStart } from '@/core/csv'
import { AppError } from '@/core/app-error'
import { auditCsvHead, auditRowToCsv } from '@/modules/administration/audit.csv'
import { findAudit } from '@/modules/administration/audit.queries'
import { auditFilterSchema } from '@/modules/administration/audit.schema'
import { takeFrom } from '@/platform/limits'
import { viewerOfRequest } from '@/platform/session-request'
import { refusal, refuseOtherVerbs } from './answer'

/** Files for who looks after the site, with their session. */
export const admin = new Hono()

const portion = 1000
const most = 100_000

/** The log as the page shows it, under the same filters; the newest hundred thousand entries. */
admin.get('/audit.csv', async (c) => {
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    const filter = auditFilterSchema.parse(c.req.query())
    const ask = (after: string | null) => findAudit(viewer, filter, { after, limit: portion, locale: 'en' })
    const first = await ask(null)
    if (viewer === null) throw new AppError('unauthenticated', 'signInFirst')
    await takeFrom([{ deed: 'audit-file', subject: viewer.userId, max: 10, minutes: 60 }])
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="audit.csv"')
    c.header('cache-control', 'private, no-store')
    return stream(c, async (out) => {
      await out.write(csvStart + auditCsvHead)
      for (let page = first, written = 0; ; page = await ask(page.next)) {
        await out.write(page.rows.map(auditRowToCsv).join(''))
        written += page.rows.length
        if (page.next === null || written >= most || out.aborted) return
      }
    })
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(admin)
