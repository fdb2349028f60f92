import type { Context } from 'hono'
import type { AppError } from '@/core/app-error'
import { ownPath } from '@/core/own-path'
import { environment } from '@/platform/env'

const typed = ['title', 'language', 'alt', 'altLanguage', 'decorative', 'credit', 'licence']

/**
 * Without script a form is answered by the page it stands on: what became of it, and after a refusal what was typed, are
 * in its address. Null for whoever wants no page, or does not say where it came from.
 */
export function backAfterUpload(
  c: Context,
  outcome: { added: { pending: boolean } } | { error: AppError; said: ReadonlyMap<string, string> },
): Response | null {
  if (!(c.req.header('accept') ?? '').includes('text/html')) return null
  const page = pageOf(c)
  if (page === null) return null
  const query = new URLSearchParams()
  if ('added' in outcome) query.set('done', outcome.added.pending ? 'fileProposed' : 'fileAdded')
  else {
    const [fault = { field: 'file', message: outcome.error.messageKey }] = outcome.error.fields
    query.set('fileFault', fault.message)
    query.set('fileFaultAt', fault.field)
    for (const name of typed) {
      const value = outcome.said.get(name)
      if (value !== undefined && value !== '') query.set(`file.${name}`, value.slice(0, 600))
    }
  }
  const headers = { location: `${page}?${query}#files`, 'cache-control': 'private, no-store' }
  return new Response(null, { status: 303, headers })
}

/** The page of ours a form was sent from, without what its address asked for. */
function pageOf(c: Context): string | null {
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from)) return null
  const { origin, pathname } = new URL(from)
  const own = [new URL(environment().ATLAS_URL).origin, c.req.header('origin')]
  return own.includes(origin) ? ownPath(pathname, '/') : null
}
