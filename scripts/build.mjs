// What is made from the source: the Prisma client, the base map, the bundles and Next's build. Each only when stale.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBaseMapStale } from './build-base-map.mjs'
import { root } from './dependencies.mjs'
import { writeMessageTypes } from './message-types.mjs'
import { main, Refusal } from './steps.mjs'

/** Where the build lies, inside the checkout; tests use their own. */
export const buildFolder = process.env.BUILD_DIR || '.next'

// Building touches no database, but modules that open one are read.
const buildEnvironment = {
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: 'postgresql://none@127.0.0.1:1/none',
  AUTH_SECRET: 'only used while building, never to sign anything',
}

/** Hash of the contents of files and folders; what is absent counts as absent. */
function hashOf(...paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(join(path, name))
    else hash.update(path).update(readFileSync(full))
  }
  paths.forEach(add)
  return hash.digest('hex')
}

/** Does `work` when `stamp` does not hold `hash`. Returns whether it had to. */
async function whenStale(stamp, hash, work) {
  const file = join(root, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return false
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, hash)
  return true
}

/** Runs a program of this checkout under this Node; its output is shown only when it fails. */
export async function run(script, parameters = [], env = {}) {
  const child = spawn(process.execPath, [join(root, script), ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes))
  const end = await new Promise((done) => child.once('close', (code, signal) => done(code ?? signal)))
  if (end !== 0) throw new Refusal(`${shorten(output)}\n\n${script} ended with ${end}.`)
  return output
}

/** A fault inside a minified package shows its only line, half a megabyte long. */
const shorten = (output) => output.trim().replace(/^.{400,}$/gm, (line) => `${line.slice(0, 200)} …`)

/** Prisma's own command, with the engine of scripts/schema-engine.mjs instead of one it would download. */
export const prisma = (parameters, env = {}) =>
  run('node_modules/prisma/build/index.js', parameters, {
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts/schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
    ...env,
  })

/** The Prisma client, the types of the messages and the letters of papers, all in src/generated. */
export async function generate() {
  writeMessageTypes()
  await whenStale('src/generated/.hash', hashOf('prisma/schema.prisma', 'package-lock.json'), () =>
    prisma(['generate']),
  )
  await whenStale('src/generated/letters/.hash', hashOf('scripts/letters.mjs', 'package-lock.json'), () =>
    run('scripts/letters.mjs'),
  )
}

/** The built-in base map in public/base. */
export async function buildBaseMap() {
  if (!isBaseMapStale()) return false
  await run('scripts/build-base-map.mjs')
  return true
}

/** Next's production build and, beside it, the bundles of the server, the worker and the data loaders. */
export function buildApp() {
  const sources = [
    'src',
    'messages',
    'prisma',
    'scripts/load-reference.ts',
    'scripts/load-demo.ts',
    'scripts/demo',
    'package-lock.json',
  ]
  const configs = ['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'scripts/build.mjs']
  return whenStale(`${buildFolder}/.hash`, hashOf(...sources, ...configs), async () => {
    await run('node_modules/next/dist/bin/next', ['build'], {
      ...buildEnvironment,
      BUILD_DIR: buildFolder,
      NODE_ENV: 'production',
    })
    await bundle()
  })
}

const entries = {
  server: 'src/server.ts',
  worker: 'src/worker.ts',
  'load-reference': 'scripts/load-reference.ts',
  'load-demo': 'scripts/load-demo.ts',
}

// Node asks an attribute of an import of JSON, which Next's source does not write: such files go into the bundle.
const jsonOfPackages = {
  name: 'json-of-packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(@[^/]|[^.@/]).*\.json$/ }, ({ path, resolveDir }) => ({
      path: createRequire(join(resolveDir, 'importer.js')).resolve(path),
    })),
}

/**
 * esbuild's settings for everything that runs outside Next; packages stay in node_modules.
 * @returns {import('esbuild').BuildOptions}
 */
export const bundleOptions = (folder = buildFolder) => ({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  plugins: [jsonOfPackages],
  sourcemap: true,
  logLevel: 'warning',
})

/** Bundles the server and the loaders into the build folder. */
export async function bundle() {
  const { build, stop } = await import('esbuild')
  await build(bundleOptions())
  await stop() // its service would stay for as long as we run
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(async () => {
    await generate()
    if (process.argv[2] === 'generate') return
    await buildBaseMap()
    await buildApp()
  })
