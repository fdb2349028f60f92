import { buildBaseMap } from '../scripts/build.mjs'

/** The built-in base map stands in public/base before the first test reads it. */
export default async function setup() {
  await buildBaseMap()
}
