import { type Context, Hono } from 'hono'
import { AppError, isAppError } from '@/core/app-error'
import { fieldProblems } from '@/core/field-problems'
import { dispositionOf } from '@/core/file-name'
import { fieldsOf } from '@/core/form-fields'
import { turns } from '@/core/turns'
import { addFile, admitFile } from '@/modules/files/file.commands'
import { getFile } from '@/modules/files/file.queries'
import { fileOwner, mostFileBytes, newFileSchema } from '@/modules/files/file.schema'
import { viewerOfRequest } from '@/platform/session-request'
import { isKnown, refusal, refuseOtherVerbs } from './answer'
import { callerOf } from './api-caller'
import { bytesIn } from './body'
import { backAfterUpload } from './upload-reply'

/** Files as they are sent to whoever may read their record. */
export const files = new Hono()

files.get('/:id/:name', async (c) => {
  try {
    const viewer = await callerOf(c)
    const file = await getFile(viewer, c.req.param('id'), c.req.param('name'))
    const headers = {
      etag: `"${file.sha256.slice(0, 32)}"`,
      // A record that is archived takes its files along from the next request on, so every copy asks again.
      'cache-control': file.isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-store',
      'content-disposition': dispositionOf(file.isPicture ? 'inline' : 'attachment', file.fileName),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    }
    if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
    const size = String(file.size)
    const sent = { ...headers, 'content-type': file.mediaType, 'content-length': size, 'accept-ranges': 'none' }
    return new Response(c.req.method === 'HEAD' ? null : await file.open(), { status: 200, headers: sent })
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(files)

/** Where pages of ours send a file, alone, with what is said of it: `multipart/form-data`. */
export const uploads = new Hono()

// Around the file itself: the texts beside it and the lines between them.
const mostBytes = mostFileBytes + 64_000
/** A body stands in memory while it is read: so many at once. */
const inTurn = turns(4, 16)

uploads.post('/:kind/:id', async (c) => {
  const said = new Map<string, string>()
  try {
    const viewer = await viewerOfRequest(c.req.raw)
    const kind = fileOwner.safeParse(c.req.param('kind'))
    if (!kind.success) throw new AppError('not-found', 'notFound')
    const of = { kind: kind.data, id: c.req.param('id') }
    await admitFile(viewer, of)
    return await inTurn(async () => {
      const form = await formOf(c)
      for (const [name, value] of form) if (typeof value === 'string') said.set(name, value)
      const added = await addFile(viewer, of, await sentIn(form))
      return backAfterUpload(c, { added }) ?? c.json(added, 201, { 'cache-control': 'private, no-store' })
    })
  } catch (error) {
    return (isAppError(error) ? backAfterUpload(c, { error, said }) : null) ?? refusal(error)
  }
})

refuseOtherVerbs(uploads)

const fileProblem = (message: string, values: Record<string, number> = {}) =>
  new AppError('invalid', 'invalid', {}, [{ field: 'file', message, values }])

async function sentIn(form: FormData) {
  const sent = form.getAll('file')
  const [file] = sent
  if (sent.length !== 1 || !(file instanceof File) || (file.size === 0 && file.name === ''))
    throw fileProblem('fileMissing')
  form.delete('file')
  const said = newFileSchema.safeParse(fieldsOf(form))
  if (!said.success) throw new AppError('invalid', 'invalid', {}, fieldProblems(said.error))
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, said: said.data }
}

/** The body as a form, of which no more than the limit is kept while it comes. */
async function formOf(c: Context): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw fileProblem('fileMissing')
  const bytes = await bytesIn(c.req.raw, mostBytes)
  if (bytes === null) throw fileProblem('fileTooLarge', { max: mostFileBytes / 1_000_000 })
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw fileProblem('fileBroken')
  })
}
