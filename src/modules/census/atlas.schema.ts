import { bytes, Dictionary, doubles, IdTable, integers, shorts, words } from '@/core/columns'

/** Set in the class of an actor that is not where its place in the order of the grid would have it. */
export const strayed = 0x8000
/** Class 0: a row that is public no more. */
export const gone = 0

/** What texts of one row are parted by. */
export const partsOf = (text: string): string[] => (text === '' ? [] : text.split('\u001e'))

/**
 * Public actors by row. Rows below `sorted` are in the order of the grid (`keys`), those without a point last; later ones
 * and those that moved are `strays`.
 */
export class ActorColumns {
  readonly ids = new IdTable()
  sorted = 0
  strays: number[] = []
  /** The first 52 bits of the Morton code each row was sorted by. */
  readonly keys = doubles()
  /** Units of the grid; −1 = no point. */
  readonly mx = integers()
  readonly my = integers()
  readonly longitude = doubles()
  readonly latitude = doubles()
  /** Number of `kinds` (kind and country), perhaps with `strayed`. */
  readonly class = shorts()
  readonly home = shorts()
  readonly nuts = shorts()
  readonly sectors = words()
  /** Year × 12 + month of the last confirmation, 0 = never. */
  readonly month = shorts()
  /** Number of `places` (id, longitude, latitude). */
  readonly place = words()

  readonly kinds = new Dictionary()
  readonly nutsCodes = new Dictionary()
  readonly sectorLists = new Dictionary()

  get count(): number {
    return this.ids.count
  }

  reserve(rows: number): void {
    this.ids.reserve(rows)
    for (const column of [this.keys, this.longitude, this.latitude]) column.reserve(rows)
    for (const column of [this.class, this.home, this.nuts, this.month]) column.reserve(rows)
    for (const column of [this.mx, this.my]) column.reserve(rows)
    for (const column of [this.sectors, this.place]) column.reserve(rows)
  }
}

/** Public relations by row, each with its parties in order: `parties[partyStart[row] … + partyCount[row]]`. */
export class RelationColumns {
  readonly ids = new IdTable()
  /** Number of `facts`: type, state, direction, whether international. */
  readonly class = shorts()
  /** Number of `yearLists`: begun, renewed, ended. */
  readonly years = words()
  /** Number of `programmes`: as written, and in small letters. */
  readonly programme = words()
  readonly themes = words()
  readonly sectors = words()
  readonly countries = words()
  readonly regions = words()
  readonly countryTies = words()
  readonly regionTies = words()
  readonly month = shorts()
  /** Row of the actor, −1 = none. */
  readonly holder = integers()
  readonly partyStart = words()
  readonly partyCount = shorts()
  readonly cityStart = words()
  readonly cityCount = shorts()

  /** Row of an actor, or −1 − the number of a site. */
  readonly parties = integers()
  /** The territory a party itself names as its home (of places; number of `homes`). */
  readonly partyHome = shorts()
  partiesUsed = 0
  /** Ties of cities: pairs of numbers of the gazetteer, in the order they are written in. */
  readonly cities = words()
  citiesUsed = 0

  readonly facts = new Dictionary()
  readonly yearLists = new Dictionary()
  readonly programmes = new Dictionary()
  readonly themeLists = new Dictionary()
  readonly sectorLists = new Dictionary()
  readonly countryLists = new Dictionary()
  readonly regionLists = new Dictionary()
  readonly countryTieLists = new Dictionary()
  readonly regionTieLists = new Dictionary()

  get count(): number {
    return this.ids.count
  }

  reserve(rows: number): void {
    this.ids.reserve(rows)
    for (const column of [this.years, this.programme, this.themes, this.sectors, this.countries, this.regions])
      column.reserve(rows)
    for (const column of [this.countryTies, this.regionTies, this.partyStart, this.cityStart]) column.reserve(rows)
    for (const column of [this.class, this.month, this.partyCount, this.cityCount]) column.reserve(rows)
    this.holder.reserve(rows)
  }
}

/** A party that is no actor: a place of the gazetteer, or a country with what is called there. */
export type Site = {
  place: number | null
  country: string
  longitude: number | null
  latitude: number | null
  nuts: string | null
}

/**
 * The public atlas in memory: every public actor and relation as columns of typed arrays, read when the process starts and
 * kept up with each change. Nothing is in it that the public views do not show.
 */
export class Atlas {
  readonly actors = new ActorColumns()
  readonly relations = new RelationColumns()
  /** Home territories, of actors and parties. */
  readonly homes = new Dictionary()
  readonly places = new Dictionary()
  readonly siteTexts = new Dictionary()
  /** By the numbers of `siteTexts`. */
  readonly sites: Site[] = [{ place: null, country: '', longitude: null, latitude: null, nuts: null }]
  /** Rows and parties that mean nothing any more. */
  garbage = 0

  /** Room to choose rows in: what is chosen holds until the next choice. */
  readonly chosenActors = integers()
  readonly chosenRelations = integers()
  readonly marks = bytes()
  readonly stamps = words()
  /** Answers that several questions share, until something changes. */
  readonly kept = new Map<string, Uint8Array>()

  constructor(
    /** The version of the data it shows, the moment it was read at, and the log it follows. */
    public version: string,
    public snapshot: string,
    readonly epoch: string,
    /** Countries that are divided into NUTS regions. */
    readonly divided: ReadonlySet<string>,
  ) {}
}
