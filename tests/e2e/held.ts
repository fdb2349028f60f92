import type { Page, Request } from '@playwright/test'

const isAction = (request: Request) => request.method() === 'POST' && request.headers()['next-action'] !== undefined

/** Holds what a form of a page sends next until it is released, or lost on the way. */
export async function held(page: Page): Promise<{ release: () => void; lose: () => void }> {
  const { promise, resolve } = Promise.withResolvers<'continue' | 'abort'>()
  let isOver = false
  await page.route('**/*', async (route) => {
    if (isOver || !isAction(route.request())) return route.fallback()
    const how = await promise
    isOver = true
    return how === 'continue' ? route.continue() : route.abort('internetdisconnected')
  })
  return { release: () => resolve('continue'), lose: () => resolve('abort') }
}
