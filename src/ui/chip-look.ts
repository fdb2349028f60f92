/** Classes of a chip: 32 px; off = outline, on = solid ink (LOOK §6, Chip filter). */
export const chipClasses = (on: boolean): string =>
  [
    'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-[11px] py-[3px] text-sm no-underline max-sm:min-h-[34px]',
    '[&_svg]:size-3.5 [&_svg]:flex-none',
    on ? 'border-ink bg-ink text-on-ink' : 'border-rule-strong bg-sheet text-ink hover:border-ink hover:bg-sunk',
  ].join(' ')

/** Below 600 px it opens over the width of the positioned box around the chips. */
export const chipPanelClasses =
  'absolute top-full left-0 z-20 mt-2 w-72 max-w-full rounded-lg bg-sheet shadow-float sm:max-w-none'
