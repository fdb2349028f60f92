import pino from 'pino'
import { environment } from './env'
import { loggedError } from './logged-error'

/** Structured log on standard output. Never log a name, an address, a token or a query string: ids only. */
export const log = pino({ level: environment().LOG_LEVEL, base: null, serializers: { err: loggedError } })

// Words of our routes, ids, numbers, files: nothing that somebody wrote.
const plainPart =
  /^([a-z][a-z\d-]{0,90}(\.[a-z]{2,11})?|[\d-]{1,20}(\.[a-z]{2,11})?|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/

/**
 * A path as it may stand in the log: the token of a mailed link is taken out, and whatever else stands in no address of
 * ours; of the address of a record only the part that makes it one is left, without its name; of a file its id.
 */
export const loggedPath = (path: string): string =>
  path
    .replace(/^(\/files\/[^/]+\/)(?!\d+\.webp$|share\.jpg$).+$/s, '$1…')
    .split('/')
    .map(loggedPart)
    .join('/')

function loggedPart(part: string): string {
  const isToken = /^[\w-]{22}$/.test(part)
  if (part !== '' && (isToken || !plainPart.test(part))) return '…'
  return part.replace(/^.*-(?=[a-z\d]{5}$)/, '…-')
}
