import { fetchBaseFile } from './base-file'
import type { Answer, Decoded, PlaceLabel, Question } from './decode.worker'

/** A country or a water: name, longitude, latitude, and the zooms between which it is written. */
type AreaLabel = [name: string, longitude: number, latitude: number, fromZoom: number, toZoom: number]
type LocalLabels = { countries: AreaLabel[]; waters: AreaLabel[]; places: Record<string, string> }

/** Tiles per side of the world: the squares of zoom 6. */
const tileCount = 64

let worker: Worker | undefined
let lastQuestion = 0
const waiting = new Map<number, { resolve: (decoded: Decoded) => void; reject: (reason: Error) => void }>()

function startWorker(): Worker {
  const started = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.id)
    waiting.delete(data.id)
    if ('decoded' in data) asker?.resolve(data.decoded)
    else asker?.reject(new Error(data.error))
  }
  return started
}

const decodeFile = (name: string) =>
  new Promise<Decoded>((resolve, reject) => {
    worker ??= startWorker()
    waiting.set(++lastQuestion, { resolve, reject })
    worker.postMessage({ id: lastQuestion, url: new URL(`/base/${name}`, location.href).href } satisfies Question)
  })

/** Remembers what came, asks once, and asks again later for what failed. */
function remember<T>(load: (name: string) => Promise<T>) {
  const known = new Map<string, T>()
  const asked = new Map<string, Promise<void>>()
  const failed = new Map<string, number>()
  return {
    peek: (name: string): T | undefined => known.get(name),
    hasFailed: (name: string): boolean => failed.has(name) && !known.has(name),
    /** The file if it is there; else it is asked for, and `onArrival` is called when it has come. */
    get(name: string, onArrival: () => void): T | undefined {
      const value = known.get(name)
      if (value !== undefined) return value
      if (Date.now() - (failed.get(name) ?? 0) < 10_000) return undefined
      let request = asked.get(name)
      if (!request) {
        request = load(name).then(
          (loaded) => void known.set(name, loaded),
          // The map stays usable without this part; the next redraw after ten seconds asks again.
          () => void failed.set(name, Date.now()),
        )
        asked.set(name, request)
        void request.then(() => asked.delete(name))
      }
      void request.then(onArrival)
      return undefined
    },
  }
}

/** Land, borders, regions: decoded in a worker. */
export const shapes = remember(decodeFile)
/** Names in one language. */
export const localLabels = remember((locale) => fetchBaseFile<LocalLabels>(`/base/labels-${locale}.json`))
/** Places of 50,000 inhabitants and more, largest first. */
export const largePlaces = remember((name) => fetchBaseFile<PlaceLabel[]>(`/base/${name}`))
/** Which tiles exist. */
export const tileIndex = remember(async (name) => new Set(await fetchBaseFile<string[]>(`/base/${name}`)))

/** The tiles that cover a piece of the square of Web Mercator, or undefined until the index has come. */
export function tilesFor(left: number, top: number, right: number, bottom: number, onArrival: () => void) {
  const index = tileIndex.get('tiles.json', onArrival)
  if (!index) return undefined
  const names: string[] = []
  for (let x = Math.floor(left * tileCount); x <= Math.floor(right * tileCount); x++)
    for (let y = Math.floor(top * tileCount); y <= Math.floor(bottom * tileCount); y++) {
      const name = `${((x % tileCount) + tileCount) % tileCount}-${y}`
      if (index.has(name) && !names.includes(name)) names.push(name)
    }
  return names.map((name) => `tiles/${name}.json`)
}
