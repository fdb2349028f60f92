/** A browser and the system it runs on, as people call them. */
export type Device = { browser: string; system: string }

// The first that fits: browsers name those they descend from, and phones the systems they descend from.
const browsers: readonly [string, RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome|Chromium)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
]
const systems: readonly [string, RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

const named = (names: readonly [string, RegExp][], agent: string) => names.find(([, mark]) => mark.test(agent))?.[0]

/** The device in what a browser calls itself; null when nothing in it is known. */
export function deviceOf(agent: string | null): Device | null {
  const [browser, system] = [named(browsers, agent ?? ''), named(systems, agent ?? '')]
  return browser === undefined || system === undefined ? null : { browser, system }
}
