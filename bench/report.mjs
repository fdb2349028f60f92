// What `npm run bench` prints and writes to bench/results/latest.md: a table for each subject, all sizes side by side.
const number = (value, digits = 1) =>
  value === undefined
    ? '–'
    : value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })

/** A table of Markdown, its columns as wide as they need to be. */
function table(header, rows) {
  const widths = header.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column].length)))
  const pad = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))
  const line = (cells) => `| ${cells.map(pad).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(header), rule, ...rows.map(line)].join('\n')
}

/** By name, what each database says of it, in the order of the last one. */
function side(databases, listOf, keyOf) {
  const maps = databases.map((database) => new Map(listOf(database).map((one) => [keyOf(one), one])))
  return [...(maps.at(-1)?.keys() ?? [])].map((key) => ({ key, of: maps.map((map) => map.get(key)) }))
}

const caseKey = ({ subject, name }) => `${subject}: ${name}`
const whole = (value) => number(value, value !== undefined && value < 10 ? 1 : 0)

function casesOf(subject, databases) {
  const sizes = databases.map(({ size }) => size)
  const header = [
    subject,
    ...sizes.map((size) => `alone ms ${size}`),
    ...sizes.map((size) => `req/s ${size}`),
    ...sizes.map((size) => `p95 ms ${size}`),
    ...['kB', 'ratio', 'limit'],
  ]
  const own = ({ cases }) => cases.filter((one) => one.subject === subject)
  const rows = side(databases, own, caseKey).map(({ of }) => {
    const last = of.at(-1)
    return [
      last.isAgain ? `${last.name} *` : last.name,
      ...of.map((one) => number(one?.alone)),
      ...of.map((one) => whole(one?.product?.perSecond)),
      ...of.map((one) => number(one?.product?.p95)),
      ...[number(last.broke ? undefined : last.product.bytes / 1000), number(last.ratio, 2), last.against],
    ]
  })
  return table(header, rows)
}

/** What misses its goal with the largest database, in words. */
function missed({ cases, searching }) {
  const lines = cases.flatMap(({ subject, name, goal, broke, product, ratio }) => {
    if (broke) return [`- ${subject}, ${name}: ${broke}`]
    const faults = [
      goal?.p95 < product.p95 && `p95 ${number(product.p95)} ms, goal ${goal.p95}`,
      goal?.kB < product.bytes / 1000 && `${number(product.bytes / 1000)} kB, goal ${goal.kB}`,
      goal?.ratio > ratio && `ratio ${number(ratio, 2)}, goal ${goal.ratio}`,
    ].filter(Boolean)
    return faults.length > 0 ? [`- ${subject}, ${name}: ${faults.join('; ')}`] : []
  })
  if (searching.product.p95 > 25) lines.push(`- search, calls: p95 ${number(searching.product.p95)} ms, goal 25`)
  if (searching.found < 0.95) lines.push(`- search: ${number(searching.found * 100)} % found, goal 95`)
  return lines
}

/** Cases whose time grew more than the number of actors from one size to the next, small ones aside. */
function grown(databases) {
  return side(databases, ({ cases }) => cases, caseKey).flatMap(({ key, of }) =>
    of.slice(1).flatMap((one, at) => {
      const before = of[at]
      const more = databases[at + 1].actors / databases[at].actors
      return before !== undefined && one.alone > 20 && one.alone > before.alone * more
        ? [`- ${key}: ${number(before.alone)} ms → ${number(one.alone)} ms`]
        : []
    }),
  )
}

const section = (title, body) => (body === '' ? '' : `\n### ${title}\n\n${body}\n`)

/** @returns {string} Markdown */
export function reportOf({ machine, clients, seconds, rounds, databases }) {
  const largest = databases.at(-1)
  const subjects = [...new Set(largest.cases.map(({ subject }) => subject))]
  const times = side(
    databases,
    (database) => database.times,
    ({ name }) => name,
  )
  const plans = side(
    databases,
    (database) => database.plans,
    ({ name }) => name,
  )
  const sizes = databases.map(({ size }) => size)
  const searching = databases.map(({ size, searching: one }) => [
    ...[size, String(one.questions), number(one.words, 0), `${number(one.found * 100)} %`],
    ...[`${number(one.foundName * 100)} %`, number(one.product.p50), number(one.product.p95)],
    ...[number(one.alone.p50), number(one.alone.p95), number(one.ratio, 2)],
  ])
  const warnings = databases.flatMap(({ size, warnings: some }) => some.map((text) => `- ${size}: ${text}`))
  const load = `${clients} clients, ${rounds} rounds of ${seconds} s`
  const actors = databases.map(({ size, actors: count }) => `${size} ${number(count, 0)} actors`).join(', ')
  return [
    `${machine.processor}, ${machine.memory}, Node ${machine.node}; ${load}; ${actors}.`,
    '_alone_: one client, the median of five, each after a change, so that nothing is kept. kB, ratio: with the largest',
    'database. *: asked for more than there was to ask, so partly kept.',
    ...subjects.map((subject) => section(subject, casesOf(subject, databases))),
    section(
      'one typing error, calls without a server',
      table(
        [
          ...['size', 'questions', 'words', 'found', 'or a namesake', 'p50 ms', 'p95 ms'],
          ...['statements p50', 'statements p95', 'ratio'],
        ],
        searching,
      ),
    ),
    section('missed', largest.searching.misses.map((text) => `- ${text}`).join('\n')),
    section(
      'other calls without a server',
      table(
        ['p95 ms', ...sizes],
        times.map(({ key, of }) => [key, ...of.map((one) => number(one?.p95))]),
      ),
    ),
    section(
      'statements',
      table(
        ['ms by EXPLAIN ANALYZE', ...sizes],
        plans.map(({ key, of }) => [key, ...of.map((one) => number(one?.ms, 2))]),
      ),
    ),
    section('read from end to end though paged by key', warnings.join('\n')),
    section('not reached with the largest database', missed(largest).join('\n')),
    section('grew more than the number of actors', grown(databases).join('\n')),
  ].join('\n')
}
