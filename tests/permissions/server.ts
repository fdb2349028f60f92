// The server under test, as `npm start` runs it, on the database of this test file.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { freePort } from '../../scripts/postgres.mjs'

// The end-to-end tests use the same build; planted.mjs brings a bundle of the server of its own.
const BUILD_DIR = '.build-e2e'

export type RunningServer = {
  address: string
  actionId: (door: string) => { id: string; page: string }
  /** What was answered without anybody deciding who may have it: `GET /it/actors`, or the name of an action. */
  undecided: ReadonlySet<string>
  stop: () => Promise<void>
}

/** `env` beside or instead of what every test sets; `onOutput` reads what the server writes, both streams. */
type Started = { env?: Record<string, string>; onOutput?: (bytes: Buffer) => void }

export async function startServer({ env: more = {}, onOutput }: Started = {}): Promise<RunningServer> {
  const bundle = process.env.SERVER_BUNDLE || `${BUILD_DIR}/server.mjs`
  if (!process.env.SERVER_BUNDLE)
    execFileSync(process.execPath, ['scripts/build.mjs'], { env: { ...process.env, BUILD_DIR }, stdio: 'inherit' })
  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    BUILD_DIR,
    LOG_LEVEL: 'error',
    // Each knocker comes from an address of its own.
    TRUSTED_PROXIES: '1',
    JOBS: 'off',
    WATCH_DECISIONS: '1',
    ...more,
  }
  const server = spawn(process.execPath, [bundle], {
    env,
    stdio: onOutput ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  if (onOutput) for (const stream of [server.stdout, server.stderr]) stream?.on('data', onOutput)
  const actions = readActions()
  const undecided = new Set<string>()
  server.on('message', (message) => {
    const told = z.object({ undecided: z.string(), action: z.string().optional() }).safeParse(message)
    if (told.success) undecided.add(actions.nameOf(told.data.action) ?? told.data.undecided)
  })
  await new Promise<void>((done, fail) => {
    server.once('message', () => done())
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
  return { address: `http://localhost:${port}`, actionId: actions.idOf, undecided, stop: () => stop(server) }
}

const stop = (server: ChildProcess) =>
  new Promise<void>((done) => {
    if (server.exitCode !== null) return done()
    server.once('exit', () => done())
    server.kill('SIGTERM')
  })

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

/** The ids by which a browser calls actions, and a page that knows each. */
function readActions() {
  const { node } = manifest.parse(
    JSON.parse(readFileSync(`${BUILD_DIR}/server/server-reference-manifest.json`, 'utf8')),
  )
  const actions = Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `action ${filename.replace(/^src\/(modules\/)?|[.]tsx?$/g, '')}#${exportedName}`,
    page: (Object.keys(workers)[0] ?? '').replace(/^app|\/page$/g, ''),
  }))
  return {
    nameOf: (id: string | undefined) => actions.find((action) => action.id === id)?.name,
    idOf: (door: string) => {
      const found = actions.find(({ name }) => name === door)
      if (found === undefined) throw new Error(`the build does not know ${door}`)
      return found
    },
  }
}
