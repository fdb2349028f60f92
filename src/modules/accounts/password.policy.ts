import { AppError } from '@/core/app-error'
import { isGuessable } from '@/core/guessable'

/** Throws `invalid` at the field `password` for one that whoever knows the account would try. */
export function refuseGuessable(password: string, { email, name }: { email: string; name: string }): void {
  if (isGuessable(password, [email, name]))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'password', message: 'guessable' }])
}
