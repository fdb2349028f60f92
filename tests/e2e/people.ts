import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

const accounts = z.array(
  z.object({ role: z.string(), email: z.string(), password: z.string(), territory: z.string().nullish() }),
)

/** A demonstration account of the server under test, as `npm start` writes it down. */
export function accountOf(role: 'reviewer' | 'editor' | 'coordinator' | 'admin', territory?: string) {
  const file = join(process.env.E2E_DATA_DIR ?? '.data-test/e2e', 'demo-accounts.json')
  const found = accounts
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .find((account) => account.role === role && (territory === undefined || account.territory === territory))
  if (found === undefined) throw new Error(`no demonstration account: ${role} ${territory ?? ''}`)
  return found
}

/** A page of its own for somebody signed in; `locale` is the language of the interface. */
export async function signedIn(
  browser: Browser,
  role: 'reviewer' | 'editor' | 'coordinator' | 'admin',
  { territory, locale = 'en' }: { territory?: string; locale?: string } = {},
): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  const { email, password } = accountOf(role, territory)
  await page.goto(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/desk`)}`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
  // Reviewers are led to what they are asked to review, else to their group.
  await page.waitForURL(role === 'reviewer' ? /\/desk\/(group|reviews)$/ : `**/${locale}/desk`)
  return page
}

/** Letters that no record has yet, for the name of a new one. */
export const unique = () => Math.random().toString(36).slice(2, 8)
