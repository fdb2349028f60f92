/** Disc and icon by size (LOOK §3): 22 small, 28 lists, 36 pathway, 52 head of a page. */
export const discSizes = {
  22: { disc: 'size-[22px]', icon: 'size-[13px]' },
  28: { disc: 'size-7', icon: 'size-4' },
  36: { disc: 'size-9', icon: 'size-5' },
  52: { disc: 'size-13', icon: 'size-7' },
} as const

export type DiscSize = keyof typeof discSizes
