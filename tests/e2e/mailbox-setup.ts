import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMailServer } from '../mail-server'
import { mailFolder } from './mailbox'

/** Takes every mail of the server under test, a file for each, from before the first test to after the last. */
export default async function setup() {
  rmSync(mailFolder, { recursive: true, force: true })
  mkdirSync(mailFolder, { recursive: true })
  let count = 0
  const { close } = await openMailServer(
    (letter) => writeFileSync(join(mailFolder, `${String(++count).padStart(5, '0')}.json`), JSON.stringify(letter)),
    { port: Number(process.env.E2E_MAIL_PORT) },
  )
  return close
}
