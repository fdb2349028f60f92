/**
 * The rooms, in order (docs/decisions/002). A room may import the rooms before it, never one after it. Rooms on one
 * level are read from left to right too, so the list is one total order: side by side, the right one may use the left
 * one. Wherever that feels wrong, the two should not know each other at all and meet in src/app.
 */
export const rooms = [
  ...['accounts', 'taxonomy', 'places'],
  // How files for people are written, of whatever room: sheets of rows, papers of headings and texts.
  'papers',
  'territories',
  'persons',
  'census',
  'actors',
  'relations',
  ...['search', 'map', 'network', 'pathways', 'activities'],
  'practices',
  // What other territories make of a practice; groups and plans come after it.
  'adoption',
  'groups',
  'rounds',
  'plans',
  // Files hang on records of the rooms before; which rights that gives is asked of those rooms.
  'files',
  ...['curation', 'desk', 'administration', 'insights', 'imports', 'open-data', 'privacy'],
]

/** Formats a room can speak: `actor.csv.ts`, `relation.geojson.ts`; `reader` reads a published file. */
export const translators = [
  ...[
    'csv',
    'xlsx',
    'workbook',
    'geojson',
    'jsonld',
    'ogc',
    'mvt',
    'svg',
    'gexf',
    'kumu',
    'docx',
    'pdf',
    'ics',
    'atom',
    'dcat',
    'reader',
  ],
]

/** The furniture of a room, besides its translators and `ui/`. A row is a record as columns, for bulk writing. */
export const layers = ['schema', 'policy', 'row', 'sql', 'queries', 'commands', 'actions', 'mail', 'jobs']

// A file past 250 lines becomes a folder of the same name: actor.queries.ts → actor.queries/….ts
export const layer = (...names) => `^src/modules/[^/]+/[^/]+[.](${names.join('|')})([.]ts$|/)`
export const own = (...names) => `^src/modules/$1/[^/]+[.](${names.join('|')})([.]ts$|/)`
export const fromLayer = (...names) => `^src/modules/([^/]+)/[^/]+[.](${names.join('|')})([.]ts$|/)`
export const roomUi = '^src/modules/[^/]+/ui/'
export const words = layer('schema', 'policy')

/** Compact published lists (code lists with labels) beside the schema that reads them. */
export const lists = '^src/modules/[^/]+/[^/]+[.]json$'

// Two things have a rule of their own, whoever asks for them; the rules of the floors leave them to it.
export const sql = layer('sql')
export const generated = '^src/generated/'

export const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
