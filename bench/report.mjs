// What `npm run bench` prints.
const number = (value, digits = 1) =>
  value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })

function table(header, rows) {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)))
  const line = (cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ')
  return [line(header), ...rows.map(line)].join('\n')
}

export function printReport({ machine, clients, databases }) {
  console.log(`\n${machine.processor}, ${machine.memory}, Node ${machine.node}; ${clients} clients`)
  for (const { name, actors, cases, times, warnings } of databases) {
    console.log(`\n${name}: ${number(actors, 0)} actors\n`)
    const rows = cases.map(({ name: title, product, bare, ratio, limit }) => [
      ...[title, number(product.perSecond, 0), number(product.p50), number(product.p95), number(product.bytes / 1000)],
      ...[number(bare.perSecond, 0), number(bare.p95), number(ratio, 2), limit],
    ])
    console.log(table(['case', 'req/s', 'p50 ms', 'p95 ms', 'kB', 'limit', 'its p95', 'ratio', 'against'], rows))
    console.log(
      `\n${table(
        ['direct calls', 'p50 ms', 'p95 ms'],
        times.map(({ name: title, p50, p95 }) => [title, number(p50), number(p95)]),
      )}`,
    )
    for (const warning of warnings) console.log(`! ${warning}`)
  }
  if (databases.length > 1) printGrowth(databases)
}

/** Time of each statement from the smallest to the largest database: none may grow faster than what it returns. */
function printGrowth(databases) {
  const [small, large] = [databases[0], databases.at(-1)]
  const before = new Map(small.plans.map(({ name, ms }) => [name, ms]))
  const rows = large.plans.map(({ name, ms }) => [name, number(before.get(name) ?? 0, 2), number(ms, 2)])
  console.log(`\n${table(['statement, ms', small.name, large.name], rows)}`)
}
