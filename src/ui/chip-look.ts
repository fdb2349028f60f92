/** Classes of a chip: 32 px; off = outline, on = solid ink (LOOK §6, Chip filter). */
export const chipClasses = (on: boolean): string =>
  [
    'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-[11px] py-[3px] text-sm no-underline max-sm:min-h-[34px]',
    '[&_svg]:size-3.5 [&_svg]:flex-none',
    on ? 'border-ink bg-ink text-on-ink' : 'border-rule-strong bg-sheet text-ink hover:border-ink hover:bg-sunk',
  ].join(' ')
