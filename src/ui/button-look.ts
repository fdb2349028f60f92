export type ButtonLook = {
  /** One primary action in a view. `destructive` is never filled. */
  look?: 'primary' | 'secondary' | 'quiet' | 'destructive'
  /** 40 px, 32 small, 46 on the bars of a phone. */
  size?: 'normal' | 'small' | 'bar'
}

const looks = {
  primary: 'border-ink bg-ink text-on-ink hover:border-ink-2 hover:bg-ink-2',
  secondary: 'border-rule-strong bg-sheet text-ink hover:border-ink hover:bg-sunk',
  quiet: 'border-transparent text-ink hover:bg-sunk',
  destructive: 'border-bad bg-sheet text-bad hover:bg-bad-soft',
}
const sizes = {
  normal: 'min-h-10 px-4 py-[7px] text-md',
  small: 'min-h-8 px-[11px] py-[3px] text-sm',
  bar: 'min-h-[46px] px-4 py-2 text-base',
}

/** Classes of anything that looks like a button. Words wrap to a second row; they are never cut. */
export const buttonClasses = ({ look = 'secondary', size = 'normal' }: ButtonLook): string =>
  [
    'inline-flex items-center justify-center gap-2 rounded-md border text-center font-label no-underline',
    'transition-colors duration-quick ease-calm [&_svg]:size-[1.15em] [&_svg]:flex-none',
    'disabled:cursor-default disabled:border-dashed disabled:border-rule-strong disabled:bg-transparent disabled:text-ink-3',
    looks[look],
    sizes[size],
  ].join(' ')
