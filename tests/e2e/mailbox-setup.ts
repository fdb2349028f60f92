import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMailServer } from '../mail-server'
import { mailFolder } from './mailbox'

/** Takes every mail of the server under test, a file for each, from before the first test to after the last. */
export default async function setup() {
  rmSync(mailFolder, { recursive: true, force: true })
  mkdirSync(mailFolder, { recursive: true })
  let count = 0
  const keep = (letter: unknown) => {
    const file = join(mailFolder, `${String(++count).padStart(5, '0')}.json`)
    // Whoever looks into the folder finds whole mails only.
    writeFileSync(`${mailFolder}.next`, JSON.stringify(letter))
    renameSync(`${mailFolder}.next`, file)
  }
  const { close } = await openMailServer(keep, { port: Number(process.env.E2E_MAIL_PORT) })
  return close
}
