// Requests that are wrong in one way each, and how they are to be answered: a program is told which parameter is wrong
// (`names`), a page shows the nearest sensible view.
const many = (count, word) => Array.from({ length: count }, (_, index) => word(index)).join(',')
const letters = (index) => String.fromCharCode(65 + (Math.floor(index / 26) % 26), 65 + (index % 26))
const long = 'e'.repeat(5000)

/** Queries that mean nothing, by the parameter that is wrong. */
const wrong = [
  ['bbox', 'bbox=10,45,11,44'],
  ['bbox', 'bbox=10,44,11'],
  ['bbox', 'bbox=10,44,11,45,12'],
  ['bbox', 'bbox=10,44,11,45,12,46,13'],
  ['bbox', 'bbox=NaN,44,11,45'],
  ['bbox', 'bbox=10,44,1e999,45'],
  ['bbox', 'bbox=10,-91,11,91'],
  ['bbox', 'bbox=-400,0,400,10'],
  ['bbox', 'bbox=a,b,c,d'],
  ['zoom', 'zoom=-1'],
  ['zoom', 'zoom=99'],
  ['zoom', 'zoom=NaN'],
  ['q', `q=${long}`],
  ['country', `country=${many(200, letters)}`],
  ['kind', `kind=${many(200, (index) => `kind${index}`)}`],
  ['type', 'type=unknown'],
  ['country', 'country=XX'],
  ['sector', 'sector=Z99'],
  ['since', 'since=99999'],
]

const refused = (door, extra = '') =>
  wrong.map(([names, query]) => ({ path: `${door}?${extra}${query}`, status: 400, names }))
const shown = (page) => wrong.map(([, query]) => ({ path: `${page}?${query}`, status: 200 }))

export const badRequests = [
  ...refused('/api/map/actors'),
  ...refused('/api/v1/actors').filter(({ names }) => names !== 'zoom'),
  ...shown('/en/map'),
].slice(0, 50)
