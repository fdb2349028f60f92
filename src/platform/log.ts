import pino from 'pino'
import { environment } from './env'

/** Structured log on standard output. Never log a name, an address, a token or a query string: ids only. */
export const log = pino({ level: environment().LOG_LEVEL, base: null })

/** A path as it may stand in the log: the token of a mailed link is taken out. */
export const loggedPath = (path: string): string => path.replace(/\/[\w-]{22}(?=\/|$)/g, '/…')
