'use client'

import { useState } from 'react'
import { themes, type Theme } from './theme'

/** Light, dark, or as the system is. Kept in a cookie for a year, so that the server writes it into the next page. */
export function ThemeSwitch({
  legend,
  labels,
  initial,
}: {
  legend: string
  labels: Record<Theme, string>
  initial: Theme
}) {
  const [theme, setTheme] = useState(initial)
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    showTheme(chosen)
  }
  return (
    <fieldset>
      <legend className="float-left mr-4 flex min-h-6 items-center text-ink-2 max-table:min-h-11">{legend}</legend>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {themes.map((name) => (
          <label key={name} className="inline-flex min-h-6 items-center gap-1.5 max-table:min-h-11">
            <input
              type="radio"
              name="theme"
              value={name}
              checked={name === theme}
              onChange={() => choose(name)}
              className="size-4 accent-ink"
            />
            {labels[name]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Into the page at once, and into a cookie from which the server writes the next one. */
function showTheme(theme: Theme) {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = theme === 'system' ? 0 : 365 * 24 * 3600
  document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
