import type { Knocker } from './door'
import { forgeKey } from './keyring'
import { type Knocking, newAddress } from './knock'

const form = (entries: Record<string, string>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(entries)) body.append(name, value)
  return body
}

/** What no page of ours sends: arguments that are none, too many, of another kind, or named like the language's own. */
export const forgedArguments = (): Record<string, FormData | string> => ({
  'no arguments': '[]',
  numbers: '[1,2]',
  operators: '[{"turn":{"gt":0}},{"id":{"gt":0}}]',
  'an array for a form': '[{"turn":0},["a","b"]]',
  'a prototype': form({ _1___proto__: 'x', '_1_constructor.prototype.x': 'y', '0': '[{"__proto__":{"a":1}},"$K1"]' }),
  'operators as fields': form({
    '_1_id.gt': '0',
    '_1_email.contains': '@',
    '_1_version.0': '1',
    '0': '[{"turn":0},"$K1"]',
  }),
  'a state of another kind': form({ _1_id: 'x', '0': '["state","$K1"]' }),
  'a file for a text': (() => {
    const body = new FormData()
    body.append('_1_id', new File(['x'], 'x.svg'))
    body.append('0', '[{"turn":0},"$K1"]')
    return body
  })(),
  'a reference to nothing': '["$K7","$F9","$T"]',
  'a server reference': '[{"turn":0},"$h1"]',
  'not JSON': '[{"turn":0},',
})

/** Calls an action by its id with a body of our own. */
export async function callForged(door: string, who: Knocker, body: FormData | string, { server, world }: Knocking) {
  const { id, page } = server.actionId(door)
  const path = page.replace('[locale]', 'it').replace(/\[[^\]]+\]/g, 'x')
  const isText = typeof body === 'string'
  return fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: {
      ...(await forgeKey(who, world)),
      ...(isText && { 'content-type': 'text/plain;charset=UTF-8' }),
      'next-action': id,
      accept: 'text/x-component',
      origin: server.address,
      'x-forwarded-for': newAddress(),
    },
    redirect: 'manual',
    body,
  })
}
