import { Hono } from 'hono'
import { AppError } from '@/core/app-error'
import { fieldsOf } from '@/core/form-fields'
import { locales } from '@/core/localized'
import { readFeed } from '@/modules/groups/feed.commands'
import { calendarMeeting, meetingsToIcs, meetingToIcs } from '@/modules/groups/meeting.ics'
import { getMeetingById } from '@/modules/groups/meeting.queries'
import { minutesDraftSchema } from '@/modules/groups/meeting.schema'
import { keepMinutes } from '@/modules/groups/record.commands'
import { findCandidatePractices } from '@/modules/rounds/candidate.queries'
import { candidatesAskedSchema } from '@/modules/rounds/candidate.schema'
import { viewerOfRequest } from '@/platform/session-request'
import { getSettings } from '@/platform/settings'
import { badParameters, refusal, refuseOtherVerbs } from './answer'

/**
 * What pages of a group ask as programs: a meeting for one's calendar, minutes kept while they are typed, practices
 * for a round. And what a
 * calendar elsewhere asks: the meetings of somebody's groups, at an address that only they know.
 */
export const groups = new Hono()

const mostBytes = 1_000_000

groups.get('/meetings/:id/calendar.ics', async (c) => {
  const asked = c.req.query('lang') ?? 'en'
  const locale = locales.find((known) => known === asked)
  if (locale === undefined) return badParameters(['lang'])
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    const [{ group, meeting }, { url: site }] = await Promise.all([
      getMeetingById(viewer, c.req.param('id')),
      getSettings(),
    ])
    return c.body(meetingToIcs(calendarMeeting(group, meeting, { locale, site })), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'private, no-store',
    })
  } catch (error) {
    return refusal(error)
  }
})

groups.get('/calendar/:token/meetings.ics', async (c) => {
  try {
    // The address is the right: neither a session nor a key that comes along adds to it.
    const [{ locale, name, meetings }, { url: site }] = await Promise.all([
      readFeed(c.req.param('token')),
      getSettings(),
    ])
    const events = meetings.map(({ group, ...meeting }) =>
      calendarMeeting(group, { ...meeting, agenda: null }, { locale, site }),
    )
    return c.body(meetingsToIcs(name, events), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="meetings.ics"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
  } catch (error) {
    return refusal(error)
  }
})

groups.post('/meetings/:id/minutes', async (c) => {
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    if (!(Number(c.req.header('content-length')) <= mostBytes)) throw new AppError('invalid', 'formTooLarge')
    const form = await c.req.formData().catch(() => {
      throw new AppError('invalid', 'invalid') // another kind of body, or half of one
    })
    const { data, success } = minutesDraftSchema.safeParse(fieldsOf(form))
    if (!success) throw new AppError('invalid', 'invalid')
    const savedAt = await keepMinutes(viewer, c.req.param('id'), data)
    return c.json({ savedAt: savedAt.toISOString() }, 200, { 'cache-control': 'private, no-store' })
  } catch (error) {
    return refusal(error)
  }
})

groups.get('/:key/candidates', async (c) => {
  const { q, lang } = c.req.query()
  const asked = candidatesAskedSchema.safeParse({ q, lang: lang ?? 'en', id: c.req.queries('id') })
  if (!asked.success) return badParameters(asked.error.issues.map(({ path }) => String(path[0])))
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    const { q: words, id: ids, lang: locale } = asked.data
    const found = await findCandidatePractices(viewer, c.req.param('key'), { q: words, ids, locale })
    return c.json(found, 200, { 'cache-control': 'private, no-store' })
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(groups)
