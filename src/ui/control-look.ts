/** Classes of a text field, a select and a combobox: 42 px, a 2 px edge when refused (LOOK §6, Field). */
export const controlClasses = (refused: boolean): string =>
  [
    'min-h-[42px] w-full rounded-md border bg-sheet px-3 py-2 text-ink placeholder:text-ink-3',
    'disabled:border-dashed disabled:bg-transparent disabled:text-ink-3 read-only:bg-sunk',
    refused ? 'border-bad inset-ring-1 inset-ring-bad' : 'border-rule-strong hover:border-ink',
  ].join(' ')
