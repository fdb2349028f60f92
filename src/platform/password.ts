import { hash, verify } from '@node-rs/argon2'
import { AppError } from '@/core/app-error'

// 6-quality, Security values: 19 MiB, two passes; argon2id is the library's default.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
// The hash of a password nobody knows, at the same cost, for accounts that do not exist.
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$3duf/RrlDMvGZDLtu9CVHg$ZyENt8sDfOgIeCRGbDTkYpqIe0Xt/FkalqMXh2CYakM'

const atOnce = 2
const longestQueue = 100
let running = 0
const queue: (() => void)[] = []

/** At most two hashes at once: each takes a core for 30 ms and 19 MiB. Throws `unavailable` when too many wait. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (queue.length >= longestQueue) throw new AppError('unavailable', 'unavailable')
  if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next === undefined) running--
    else next()
  }
}

/** The same characters typed on another keyboard are the same password. */
const normal = (password: string) => password.normalize('NFC')

/** An argon2id hash in PHC form, with its own salt. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), cost))

/** Does the password fit? `null` (no account) takes as long and never fits. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const fits = await inTurn(() => verify(stored ?? nobody, normal(password)))
  return fits && stored !== null
}
