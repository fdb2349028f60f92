/** Resolved colours and type of the map. A canvas cannot read `light-dark()` or a custom property; a computed style can. */
export type Palette = {
  /** The colour of a token, such as `map-land` or `group-economic`, as the browser resolves it now. */
  color: (token: string) => string
  sans: string
  serif: string
}

/** Reads tokens through a hidden element inside the map, so that a theme set on any ancestor counts. */
export function readPalette(probe: HTMLElement): Palette {
  const known = new Map<string, string>()
  const family = (token: string) => {
    probe.style.fontFamily = `var(--font-${token})`
    return getComputedStyle(probe).fontFamily
  }
  return {
    color(token) {
      let color = known.get(token)
      if (color === undefined) {
        probe.style.color = `var(--color-${token})`
        known.set(token, (color = getComputedStyle(probe).color))
      }
      return color
    },
    sans: family('sans'),
    serif: family('serif'),
  }
}

/** Calls back when the colours or the fonts may have changed; returns the way to stop. */
export function watchTheme(onChange: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const theme = new MutationObserver(onChange)
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  dark.addEventListener('change', onChange)
  document.fonts.addEventListener('loadingdone', onChange)
  return () => {
    theme.disconnect()
    dark.removeEventListener('change', onChange)
    document.fonts.removeEventListener('loadingdone', onChange)
  }
}
