import { fromLayer, generated, layer, lists, own, roomUi, sql, translators, words } from './order.mjs'

/** `from` may open nothing in src but `allowed`. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: [...allowed, sql, generated] },
})

export const floors = [
  only('core-stands-alone', 'Tools know nobody: whatever core imported, everybody would import.', '^src/core/', [
    '^src/core/',
  ]),
  only('ui-knows-no-subject', 'Furniture that knew an actor could not stand in the room of relations.', '^src/ui/', [
    '^src/(ui|core|i18n)/',
  ]),
  only('i18n-knows-only-tools', 'Languages are used by every floor, so they may rest on core alone.', '^src/i18n/', [
    '^src/(i18n|core)/',
  ]),
  only('platform-knows-no-subject', 'Plumbing carries every room; stairs only go down.', '^src/platform/', [
    '^src/(platform|core|i18n)/',
  ]),
  only(
    'app-opens-no-database',
    'Pages fetch through queries and act through actions; from the plumbing they need who is asking, and how to say no.',
    '^src/app/',
    ['^src/(app|ui|core|i18n|modules)/', '^src/platform/(session|auth|problem|reply|settings)'],
  ),
  only(
    'doors-hold-no-logic',
    'A route is parse, may I, ask, answer: the same queries and commands as the pages. A page without React (the description of the API) is plumbing.',
    '^src/doors/',
    [
      ...['^src/(doors|core)/', layer('queries', 'commands', 'schema', ...translators)],
      '^src/platform/(session|problem|health|limits|settings|env|log|plain-page|kept-answers)',
    ],
  ),
  only(
    'proxy-only-language-and-nonce',
    'The proxy cannot know the record, so a right checked there is a right forgotten elsewhere.',
    '^src/proxy[.]ts$',
    ['^src/(i18n|core)/', '^src/platform/page-policy'],
  ),
  only(
    'entry-starts-doors-and-plumbing',
    'The entries open doors, start jobs and stop in order; nothing else.',
    '^src/(server|worker)([.]ts$|/)',
    [...['^src/(server|worker)([.]ts$|/)', '^src/(doors|platform|core)/', layer('jobs')]],
  ),
]

export const roomLayers = [
  only(
    'words-and-rights-are-pure',
    'Schemas and policies run in the browser, in a test and in a job alike.',
    layer('schema', 'policy', 'row'),
    ['^src/core/', lists, words, layer('row')],
  ),
  only(
    'translators-are-pure',
    'A format must be readable in both directions without a server.',
    layer(...translators),
    [...['^src/core/', words, layer(...translators)]],
  ),
  only('sql-says-only-sql', 'SQL is text with parameters; whoever runs it decides when.', sql, [
    '^src/core/',
    layer('schema'),
    '^src/platform/condition[.]ts$',
  ]),
  only(
    'queries-only-ask',
    'A question that could act, redirect or draw could not be asked by five doors.',
    layer('queries'),
    [...['^src/core/', words, layer('queries', 'row', 'reader'), '^src/platform/']],
  ),
  only(
    'commands-know-no-door',
    'A deed is done for a form, a program, an import and a job; it may know none of them.',
    layer('commands'),
    [...['^src/(core|platform)/', words, layer('queries', 'commands', 'mail', 'row', 'reader')]],
  ),
  only(
    'mail-and-jobs-use-deeds',
    'Mails and jobs are one more caller of the room, with no logic of their own.',
    layer('mail', 'jobs'),
    [...['^src/(core|platform|i18n)/', words, layer('queries', 'commands', 'mail', 'jobs', 'ics')]],
  ),
  only('actions-call-own-commands', 'An action turns a form into one command of its own room.', fromLayer('actions'), [
    ...['^src/(core|platform|i18n)/', own('schema', 'commands', 'actions')],
  ]),
  only(
    'room-looks-fetch-nothing',
    'Pages fetch, components receive: then a component can be shown anywhere.',
    '^src/modules/([^/]+)/ui/',
    [...['^src/(core|ui|i18n)/', words, roomUi, own('actions')]],
  ),
]
