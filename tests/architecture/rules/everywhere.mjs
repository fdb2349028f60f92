import { fromLayer, generated, layer, never, own, roomUi, rooms, sql, words } from './order.mjs'

// room n may import rooms 0…n; the last one may import all.
export const roomOrder = rooms.slice(0, -1).map((room, index) =>
  never(
    `room-order-${room}`,
    `${room} stands before ${rooms.slice(index + 1).join(', ')}: an arrow back would close a circle.`,
    { path: `^src/modules/${room}/` },
    {
      path: `^src/modules/(${rooms.slice(index + 1).join('|')})/`,
    },
  ),
)

export const everywhere = [
  never(
    'room-listed',
    'A room that is not in the order has no place in the house yet: add it to the list above.',
    {},
    { path: '^src/modules/', pathNot: `^src/modules/(${rooms.join('|')})/` },
  ),
  never(
    'sql-only-for-queries',
    'Raw SQL passes by the policies, so one layer answers for it.',
    { pathNot: layer('queries', 'sql') },
    { path: sql },
  ),
  never(
    'sql-stays-in-its-room',
    'Tables belong to a room; another room asks its queries.',
    { path: fromLayer('queries', 'sql') },
    { path: sql, pathNot: own('sql') },
  ),
  never(
    'generated-only-for-platform',
    'The database client is opened in one place. SQL files take Prisma.sql from it, to make text.',
    { pathNot: ['^src/(platform|generated)/', sql, layer('queries')] },
    { path: generated },
  ),
  never(
    'queries-take-types-of-the-client',
    'A condition has a type of the client; the client itself is opened by platform.',
    { path: layer('queries') },
    { path: generated, dependencyTypesNot: ['type-only'] },
  ),
  never(
    'queries-read-through-few-pipes',
    'Of the plumbing a question needs the database, which statements it plans once, how conditions are joined, the lists, what opens a seal, what a mailed link is for how a mail reads, the words of the code lists, where somebody’s words stand, the bytes of files and what a file says of all its rows; what writes is for commands.',
    { path: layer('queries') },
    {
      path: '^src/platform/',
      pathNot:
        '^src/platform/(db|prepared|condition|list|cache|patience|seal|one-time-code|mailed-token|(mail|message)-(sheet|words)|traces|file-(content|facts))',
      dependencyTypesNot: ['type-only'],
    },
  ),
  never(
    'no-database-in-actions',
    'An action that writes by itself is a deed without a policy.',
    { path: layer('actions') },
    { path: '^src/platform/(db|history)' },
  ),
  never(
    'pure-floors-run-anywhere',
    'These files also run in the browser, where there is no Node. Messages are read on the server.',
    { path: `^src/(core|ui|i18n)/|${roomUi}|${words}`, pathNot: '^src/i18n/(messages|request)[.]ts$' },
    { dependencyTypes: ['core'] },
  ),
  never(
    'src-needs-only-src',
    'Tests, scripts and benchmarks may import the product, never the other way. Messages are read by i18n.',
    { path: '^src/', pathNot: '^src/i18n/' },
    { dependencyTypes: ['local', 'aliased'], pathNot: ['^src/', 'node_modules'] },
  ),
  never(
    'no-dev-dependencies',
    'Development packages are absent where the product runs.',
    { path: '^src/' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  never(
    'no-unlisted-packages',
    'A package that is there by accident (of another package) is gone one day.',
    { path: '^src/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
  never(
    'no-unresolvable',
    'An import the checker cannot follow is an import it cannot judge.',
    { path: '^src/' },
    { couldNotResolve: true },
  ),
  never(
    'no-circular',
    'Two files in a circle are one file in disguise.',
    { path: '^src/', pathNot: generated },
    { circular: true },
  ),
  never(
    'no-orphans',
    'A file nobody opens and that opens nothing is dead. Next and Node open the entries; tools and furniture are laid in before the rooms that use them.',
    {
      orphan: true,
      path: '^src/',
      pathNot: ['^src/(app|core|ui)/', '^src/(server|worker|proxy|instrumentation)[.]ts$', '[.]d[.]ts$', generated],
    },
    {},
  ),
]
