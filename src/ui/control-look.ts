/** Classes of a text field, a select and a combobox: 42 px, a 2 px edge when refused (LOOK §6, Field). */
export const controlClasses = (refused: boolean): string =>
  [
    'min-h-[42px] w-full rounded-md bg-sheet text-ink placeholder:text-ink-3',
    'disabled:border-dashed disabled:bg-transparent disabled:text-ink-3 [&[readonly]]:bg-sunk',
    refused ? 'border-2 border-bad px-[11px] py-[7px]' : 'border border-rule-strong px-3 py-2 hover:border-ink',
  ].join(' ')
