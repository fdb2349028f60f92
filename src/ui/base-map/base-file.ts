/**
 * Reads a JSON file of our own build (scripts/build-base-map.mjs).
 * @throws Error when it is not there
 */
export async function fetchBaseFile<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  // The adapter cast: our own build wrote the file and its test read it; a schema would parse a megabyte in vain.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return (await response.json()) as T
}
