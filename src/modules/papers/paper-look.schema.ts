// A paper carries its look with it: the colours of the light theme, equal to globals.css (a test compares them).
export const paperColors = {
  ink: '#16201f',
  'ink-2': '#47524f',
  link: '#0c4a5a',
  rule: '#dfdbcf',
  sunk: '#f3f1ea',
} as const
