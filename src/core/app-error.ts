import { decided } from './decision'

/** What can be refused in a way the user understands, and the status doors translate it into (3-architecture, Errors). */
export const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  invalid: 422,
  limited: 429,
  unavailable: 503,
} as const
export type AppErrorCode = keyof typeof statusOf

/** One refused field: `field` is the path in the input (`parties.0.role`), `message` a key of the namespace `errors`. */
export type FieldProblem = {
  field: string
  message: string
  values?: Record<string, string | number>
}

/**
 * A refusal the user can understand. `messageKey` is a key of the namespace `errors`; `values` fill its placeholders;
 * `fields` name the fields at fault. Its `message` is for logs and never reaches a visitor.
 */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: AppErrorCode,
    readonly messageKey: string,
    readonly values: Record<string, string | number> = {},
    readonly fields: FieldProblem[] = [],
  ) {
    super(`${code}: ${messageKey}`)
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError

/** Throws `forbidden` (or `unauthenticated` for a visitor who could act after signing in) unless the right is there. */
export function requireThat(allowed: boolean, viewer?: object | null): asserts allowed {
  decided()
  if (!allowed)
    throw viewer === null ? new AppError('unauthenticated', 'signInFirst') : new AppError('forbidden', 'forbidden')
}

/**
 * Throws `not-found` unless this may be seen, exactly as for what does not exist; `gone` where everybody could see it once.
 */
export function requireSeen(isSeen: boolean, wasPublic = false): asserts isSeen {
  decided()
  if (!isSeen) throw wasPublic ? new AppError('gone', 'gone') : new AppError('not-found', 'notFound')
}

/** A refusal told at other names, those of a form's controls; any other error as it is. */
export const toldAt = (error: unknown, controls: Readonly<Record<string, string>>): unknown =>
  isAppError(error)
    ? new AppError(
        error.code,
        error.messageKey,
        error.values,
        error.fields.map((problem) => ({ ...problem, field: controls[problem.field] ?? problem.field })),
      )
    : error
