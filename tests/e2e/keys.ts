import { expect, type Page } from '@playwright/test'

/** Somebody who has a keyboard and nothing else: no selector fills a field, every key is counted. */
export class Keys {
  count = 0
  constructor(private readonly page: Page) {}

  async press(key: string, times = 1) {
    for (let pressed = 0; pressed < times; pressed++) {
      this.count++
      await this.page.keyboard.press(key)
    }
  }

  async type(text: string) {
    this.count += [...text].length
    await this.page.keyboard.type(text, { delay: 5 })
  }

  /** The name and role of what has the focus, as assistive technology hears it. */
  private focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])].map((label) => label.textContent)
          : []
      return (element.getAttribute('aria-label') ?? (labels.join(' ') || (element.textContent ?? ''))).trim()
    })
  }

  /** Tab until the control with this name has the focus. */
  async tabTo(name: string | RegExp, most = 80) {
    for (let tabs = 0; tabs < most; tabs++) {
      const now = await this.focused()
      if (typeof name === 'string' ? now.startsWith(name) : name.test(now)) return
      await this.press('Tab')
    }
    throw new Error(`Tab never reached ${String(name)}; it stands on ${await this.focused()}`)
  }

  /** In a list of suggestions: waits for one that begins so, walks down to it, takes it. */
  async choose(name: RegExp) {
    await expect(this.page.getByRole('option', { name }).first()).toBeVisible()
    const active = () => this.page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? null)
    for (let step = 0; step < 12; step++) {
      const before = await active()
      await this.press('ArrowDown')
      // What a key did is said a moment later; who reads sooner hears the row before.
      await expect.poll(active).not.toBe(before)
      const id = await active()
      const text = id === null ? '' : await this.page.locator(`[id="${id}"]`).textContent()
      if (name.test(text ?? '')) return this.press('Enter')
    }
    throw new Error(`no suggestion ${String(name)}`)
  }
}
