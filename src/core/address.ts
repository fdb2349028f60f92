/** Parameters of a page as a router gives them. */
export type GivenParams = Readonly<Record<string, string | readonly string[] | undefined>>

// The longest value of ours is a position in a list. A page repeats its parameters in a hundred links.
const most = 2000

/** The parameters of a page as one query, repeated keys kept in order; what is longer than any of ours is cut. */
export function paramsOf(given: GivenParams): URLSearchParams {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(given))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) params.append(key, one.slice(0, most))
  return params
}

/** What to do with parameters: a text or a list sets, null takes away. */
export type ParamChanges = Readonly<Record<string, string | readonly string[] | null>>

/**
 * `path` with these parameters changed and all others kept. The position in a list (`after`) is dropped unless it is
 * itself set: another filter or order is another list, read from its beginning.
 */
export function addressWith(path: string, params: URLSearchParams, changes: ParamChanges): string {
  const changed = new URLSearchParams(params)
  for (const [key, value] of Object.entries({ after: null, ...changes })) {
    changed.delete(key)
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) changed.append(key, one)
  }
  const query = changed.toString()
  return query === '' ? path : `${path}?${query}`
}

/** The parameters a form must carry on when it sets `names`: all others but the position in the list. */
export const keptBeside = (params: URLSearchParams, ...names: string[]): [string, string][] =>
  [...params].filter(([key, value]) => key !== 'after' && value !== '' && !names.includes(key))
