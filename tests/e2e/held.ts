import type { Page } from '@playwright/test'

/** Holds what the next form of a page sends until it is released, or lost on the way. */
export async function held(page: Page): Promise<{ release: () => Promise<void>; lose: () => Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<'continue' | 'abort'>()
  const isAction = (request: { method: () => string; headers: () => Record<string, string> }) =>
    request.method() === 'POST' && request.headers()['next-action'] !== undefined
  await page.route('**/*', async (route) => {
    if (!isAction(route.request())) return route.fallback()
    return (await promise) === 'continue' ? route.continue() : route.abort('internetdisconnected')
  })
  const end = async (how: 'continue' | 'abort') => {
    resolve(how)
    await page.unroute('**/*')
  }
  return { release: () => end('continue'), lose: () => end('abort') }
}
