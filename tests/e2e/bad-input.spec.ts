import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { control, forge, forgeParty, put, submit } from './forged'
import { signedIn, unique } from './people'
import { expect, test } from './test'

// The faults of "Bad input", many to a page: what was typed goes through a browser into a running product.

const texts = z.record(z.string(), z.string())
const wordsOf = (locale: string) => {
  const errors = texts.parse(JSON.parse(readFileSync(join('messages', locale, 'errors.json'), 'utf8')))
  /** A message as far as its first placeholder. */
  return (key: string) => {
    const text = errors[key]?.split('{')[0]
    if (!text) throw new Error(`no message errors.${key}`)
    return text
  }
}

const people = [
  { locale: 'en', territory: 'reggio-emilia', country: 'IT', places: ['Modena', 'Parma'] },
  { locale: 'pl', territory: 'wielkopolska', country: 'PL', places: ['Gniezno', 'Leszno'] },
] as const

/** A page of a new form, with every folded part open. */
async function opened(browser: Browser, kind: 'actors' | 'relations', who: (typeof people)[number]) {
  const page = await signedIn(browser, 'editor', who)
  await page.goto(`/${who.locale}/desk/${kind}/new`)
  await page.waitForURL('**draft=*')
  await unfold(page)
  const id = new URL(page.url()).searchParams.get('draft') ?? ''
  return { page, id }
}

const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', '')))
/** Sends the form and waits for the answer: the summary of faults, focused, as long as `faults` says. */
async function refused(page: Page, faults: Record<string, string>) {
  await submit(page)
  const summary = page.getByRole('alert').filter({ has: page.locator('#error-summary') })
  const lines = Object.entries(faults)
  await expect(summary.getByRole('listitem')).toHaveCount(lines.length)
  await expect(summary).toBeFocused()
  for (const [field, message] of lines) {
    await expect(summary.getByRole('listitem').filter({ hasText: message }).first()).toBeVisible()
    await expect(page.locator(`[id="${field}-error"]`), field).toContainText(message)
  }
  await unfold(page)
}

const isStored = async (page: Page, kind: 'actors' | 'relations', id: string) =>
  (await page.request.get(`/api/v1/${kind}/${id}`)).status() !== 404

for (const who of people) {
  const say = wordsOf(who.locale)

  test(`${who.locale}: faults of an actor are told at their fields, what was typed stays, nothing is stored`, async ({
    browser,
  }) => {
    const { page, id } = await opened(browser, 'actors', who)
    const typed = {
      name: 'ż'.repeat(10_000),
      place: 'Atlantyda',
      latitude: '91',
      longitude: '-180,5',
      founded: '3024',
      website: 'javascript:alert(1)',
      email: 'a@b',
      postalCode: '4\u000012',
      city: 'Gni\ud800ezno',
      phone: 'call me',
    }
    for (const [name, text] of Object.entries(typed)) await put(page, name, text)
    await forge(page, 'kind', 'dragon')
    await forge(page, 'country', 'XX')
    await forge(page, 'size', 'huge')
    await forge(page, 'originalLanguage', 'zz')
    const faults = {
      kind: say('choose'),
      country: say('unknownCountry'),
      size: say('choose'),
      originalLanguage: say('badLanguage'),
      name: say('tooLong'),
      place: say('placeNotChosen'),
      latitude: say('latitudeRange'),
      longitude: say('longitudeRange'),
      founded: say('yearRange'),
      website: say('badLink'),
      email: say('badEmail'),
      phone: say('badPhone'),
      postalCode: say('notText'),
      city: say('notText'),
    }
    await refused(page, faults)
    const kept = { ...typed, city: 'Gni\ufffdezno' }
    for (const [name, text] of Object.entries(kept)) await expect(control(page, name), name).toHaveValue(text)
    expect(await isStored(page, 'actors', id)).toBe(false)

    // Half a point; then one in another country, warned of once.
    await control(page, 'kind').selectOption('association')
    await control(page, 'country').selectOption(who.country)
    await control(page, 'size').selectOption('')
    const name = `Stowarzyszenie ${unique()}`
    for (const [field, text] of Object.entries({ ...typed, name, latitude: '16,9', longitude: '' }))
      await control(page, field).fill(['name', 'latitude'].includes(field) ? text : '')
    await refused(page, { longitude: say('halfPoint') })
    await control(page, 'longitude').fill('52.4')
    await refused(page, { longitude: say('outsideCountry') })
    await expect(page.locator('[name=keepPoint]')).toBeVisible()
    expect(await isStored(page, 'actors', id)).toBe(false)

    // Fields no form of ours has, references to nothing.
    await forge(page, 'status', 'published')
    await forge(page, 'homeTerritoryId', id)
    await page.locator('[name=keepPoint]').check()
    await submit(page)
    await expect(page.locator('#error-summary')).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: say('unknownField') })).toBeFocused()
    await expect(control(page, 'name')).toHaveValue(name)
    expect(await isStored(page, 'actors', id)).toBe(false)
    await forge(page, 'homeTerritoryId', id)
    await refused(page, { homeTerritoryId: say('unknown') })

    // A blank coordinate is none, never 0.
    await control(page, 'homeTerritoryId').selectOption('')
    await control(page, 'longitude').fill('')
    await control(page, 'latitude').fill('  ')
    await submit(page)
    await page.waitForURL('**?done=saved*')
    const stored = await (await page.request.get(`/api/v1/actors/${id}`)).json()
    expect(stored.data).toMatchObject({ longitude: null, latitude: null, status: 'draft', version: 1 })

    // A version that is not the present one: both texts are shown, the stored one stands.
    await unfold(page)
    await control(page, 'name').fill(`${name} bis`)
    await page.locator('main form[id]').evaluate((form) => {
      if (form instanceof HTMLFormElement)
        form.addEventListener('formdata', ({ formData }) => formData.set('version', '7'))
    })
    await submit(page)
    await expect(page.locator('#conflict')).toBeFocused()
    await expect(control(page, 'name')).toHaveValue(`${name} bis`)
    const after = await (await page.request.get(`/api/v1/actors/${id}`)).json()
    expect(after.data).toMatchObject({ version: 1, names: [{ value: name }] })
    await page.context().close()
  })

  test(`${who.locale}: faults of a relation are told at their fields, what was typed stays, nothing is stored`, async ({
    browser,
  }) => {
    const { page, id } = await opened(browser, 'relations', who)
    const home = who.places
    await addPlace(page, home[0])
    await forge(page, 'type', 'friendship')
    const typed = { started: '2024', ended: '2011-05', programme: 'a\u0000b', people: '-3', eventsPerYear: '1e999' }
    for (const [name, text] of Object.entries(typed)) await put(page, name, text)
    await page.locator('[id="evidence"]').getByRole('button').last().click()
    await put(page, 'evidence.0.url', ' JavaScript:alert(document.domain)')
    const faults = {
      type: say('choose'),
      addParty: say('twoParties'),
      programme: say('notText'),
      people: say('numberRange'),
      eventsPerYear: say('badNumber'),
      'evidence.0.url': say('badLink'),
    }
    await refused(page, faults)
    for (const [name, text] of Object.entries(typed)) await expect(control(page, name), name).toHaveValue(text)
    await expect(page.locator('main')).toContainText(home[0])
    expect(await isStored(page, 'relations', id)).toBe(false)

    // One end twice, and an end before the start.
    await put(page, 'programme', 'Interreg')
    await put(page, 'people', '')
    await put(page, 'eventsPerYear', '')
    await put(page, 'evidence.0.url', 'https://example.eu')
    await control(page, 'type').selectOption('twinning')
    const first = await page.locator('[name="parties.0.placeId"]').inputValue()
    await forgeParty(page, { placeId: first })
    await refused(page, { 'parties.1': say('partyTwice'), ended: say('endBeforeStart') })

    // Ends that nobody knows: a number past the column's, an actor that is not there.
    await put(page, 'ended', '')
    for (const end of [{ placeId: '99999999999' }, { placeId: '2147483647' }, { actorId: id }]) {
      await page.locator('[id="parties.1"]').getByRole('button').last().click()
      await forgeParty(page, end)
      await refused(page, { 'parties.1': say('partyUnknown') })
    }

    // A type that is international by nature, all parties in one country.
    await page.locator('[id="parties.1"]').getByRole('button').last().click()
    await addPlace(page, home[1])
    await control(page, 'type').selectOption('export')
    await refused(page, { type: say('mustBeInternational') })
    await expect(control(page, 'programme')).toHaveValue('Interreg')
    await expect(control(page, 'started')).toHaveValue('2024')
    expect(await isStored(page, 'relations', id)).toBe(false)
    await page.context().close()
  })
}

async function addPlace(page: Page, name: string) {
  await control(page, 'addParty').click()
  await control(page, 'addParty').fill(name)
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
}
