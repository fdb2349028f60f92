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

/** Other doors: the parameter that is wrong, and the address. */
const elsewhere = [
  ['z', '/tiles/actors/-1/0/0.mvt'],
  ['z', '/tiles/actors/99/0/0.mvt'],
  ['z', '/tiles/actors/3.7/0/0.mvt'],
  ['z', '/tiles/actors/1e999/0/0.mvt'],
  ['x', '/tiles/actors/3/8/0.mvt'],
  ['y', '/tiles/actors/3/0/8.mvt'],
  ['y', '/tiles/actors/3/0/NaN.mvt'],
  ['kind', '/tiles/actors/3/0/0.mvt?kind=unknown'],
  ['level', '/api/map/relations?level=planet'],
  ['limit', '/api/map/relations?limit=-1'],
  ['level', '/api/map/regions?level=nuts9'],
  ['facet', '/api/map/facets?of=actors&facet=unknown'],
  ['since', '/api/map/years?since=99999'],
  ['steps', '/api/network?steps=99'],
  ['country', '/api/network?country=XX'],
  ['q', `/api/v1/search?q=${long}`],
  ['limit', '/api/v1/search?q=a&limit=-1'],
  ['after', '/api/v1/actors?after=nonsense'],
  ['bbox', '/export/map.svg?bbox=1,2,3'],
]

/** Pages show the nearest sensible view, and lead nowhere they were told to. */
const shown = [
  ...['bbox=10,45,11,44', 'bbox=10,44,1e999,45', 'bbox=-400,0,400,10', 'zoom=-1', 'zoom=3.7', `q=${long}`].map(
    (query) => `/en/map?${query}`,
  ),
  `/en/map?country=${many(200, letters)}`,
  `/en/actors?kind=${many(200, (index) => `kind${index}`)}`,
  '/en/relations?type=unknown',
  '/en/network?sector=Z99',
  '/en/embed/map?zoom=99&bbox=NaN,44,11,45',
  '/en/embed/map?lang=xx&back=https%3A%2F%2Fforeign.example%2F',
]

/** Fifty of them. */
export const badRequests = [
  ...wrong.map(([names, query]) => ({ path: `/api/map/actors?${query}`, status: 400, names })),
  ...elsewhere.map(([names, path]) => ({ path, status: 400, names })),
  ...shown.map((path) => ({ path, status: 200, hides: 'foreign.example' })),
]
