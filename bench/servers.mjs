// The programs that are measured side by side, each a process of its own on the same database.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp, buildBaseMap, buildFolder, generate } from '../scripts/build.mjs'
import { root } from '../scripts/dependencies.mjs'
import { freePort } from '../scripts/postgres.mjs'
import { Refusal, step } from '../scripts/steps.mjs'
import { environmentOf } from './database.mjs'

/** The product that is measured, built when it is stale. */
export async function buildProduct() {
  await generate()
  await buildBaseMap()
  await step('build', async (note) => note((await buildApp()) ? 'built' : 'unchanged'))
}

/**
 * Starts a bundle of the build folder and waits until it says that it listens, or another word.
 * @returns {Promise<{ url: string, hears: (word: string) => Promise<void>, stop: () => Promise<void> }>}
 */
async function start(bundle, database, extra = {}, word = 'ready') {
  const port = await freePort()
  const child = spawn(process.execPath, [join(buildFolder, bundle)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...environmentOf(database), BUILD_DIR: buildFolder, PORT: String(port), ...extra },
  })
  const ended = once(child, 'exit')
  const isReady = await Promise.race([said(child, word).then(() => true), ended.then(() => false)])
  if (!isReady) throw new Refusal(`${bundle} did not start.`)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url: `http://localhost:${port}`, hears: (another) => said(child, another), stop }
}

/** Settled when a child sends this word. */
const said = (child, word) =>
  new Promise((done) => {
    child.on('message', (message) => message === word && done())
  })

// All requests come from one address.
const noLimits = { LIMIT_PAGES: '0', LIMIT_API: '0', LIMIT_MAP: '0', LIMIT_EXPORTS: '0' }

export const startProduct = (database) => start('server.mjs', database, noLimits, 'atlas kept')
/** The product as soon as it listens; it hears 'atlas kept' later. */
export const startListening = (database) => start('server.mjs', database, noLimits)
export const startBare = (database, product) => start('bare-server.mjs', database, { PRODUCT_URL: product })

const constantData = pathToFileURL(join(root, 'bench/constant-data.mjs')).href

/** The product once more; what it has read once it reads from memory. */
export const startConstant = (database) =>
  start('server.mjs', database, { ...noLimits, NODE_OPTIONS: `--import ${constantData}` }, 'atlas kept')
