import { type BrowserContext, test as plain } from '@playwright/test'

export { expect } from '@playwright/test'

const violation = /content security policy/i

/**
 * A test in whose pages, in whatever context, no policy of ours is broken (6-quality: the product works under the policy
 * it sends). What breaks it on purpose is a test of `tests/server`.
 */
export const test = plain.extend<{ obeyed: undefined }>({
  obeyed: [
    async ({ browser }, use) => {
      const broken: string[] = []
      const watch = (context: BrowserContext) =>
        context.on('console', (message) => {
          if (violation.test(message.text())) broken.push(`${message.page()?.url() ?? ''} ${message.text()}`)
        })
      browser.contexts().forEach(watch)
      browser.on('context', watch)
      await use(undefined)
      browser.off('context', watch)
      plain.expect(broken).toEqual([])
    },
    { auto: true },
  ],
})
