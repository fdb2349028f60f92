import { z } from 'zod/mini'
import { faultOfAnswer } from './file-fields'

const added = z.object({ pending: z.boolean() })
const refused = z.object({ errors: z.array(z.object({ field: z.string(), code: z.string() })) })

type Sent = { added: { pending: boolean } } | { fault: ReturnType<typeof faultOfAnswer> }

const statuses = new Map([
  [401, 'signInFirst'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [410, 'gone'],
  [413, 'fileTooLarge'],
  [429, 'uploadsLimited'],
  [503, 'unavailable'],
])

/** Sends a form with its file. `onProgress` tells the share that has left, 0 to 1: `fetch` cannot. */
export function sendFile(to: string, form: FormData, onProgress: (share: number) => void): Promise<Sent> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => done({ fault: faultOfAnswer('file', 'uploadLost') }))
    request.addEventListener('load', () => done(answerOf(request)))
    request.send(form)
  })
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  const said = parsed(responseText)
  const success = added.safeParse(said)
  if (status === 201 && success.success) return { added: success.data }
  const [first] = refused.safeParse(said).data?.errors ?? []
  return { fault: faultOfAnswer(first?.field ?? 'file', first?.code ?? statuses.get(status) ?? 'uploadLost') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
