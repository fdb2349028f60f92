import type { Page } from '@playwright/test'

// What no keyboard writes into a form: characters, fields and options that it does not have.

/** A control of the form by its name. */
export const control = (page: Page, name: string) => page.locator(`[id="${name}"]`)

/** Fills in as a script does, so that also what no keyboard types arrives. */
export const put = (page: Page, name: string, text: string) =>
  control(page, name).evaluate((input, value) => {
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.value = value
  }, text)

/** A field or an option that the form does not have. */
export const forge = (page: Page, name: string, value: string) =>
  page.locator('main form[id]').evaluate(
    (form, [name, value]) => {
      const control = form.querySelector(`select[name="${name}"]`)
      const forged = document.createElement(control ? 'option' : 'input')
      forged.setAttribute('value', value)
      if (control) control.append(forged)
      else {
        forged.setAttribute('type', 'hidden')
        forged.setAttribute('data-forged', '')
        form.append(forged)
      }
      if (control instanceof HTMLSelectElement) control.value = value
      else forged.setAttribute('name', name)
    },
    [name, value] as const,
  )

/** Sends the form once, with what was forged for it, which stands there until the next time. */
export const submit = (page: Page) =>
  page
    .locator('main form[id] button[name=intent]')
    .first()
    .evaluate((button) => {
      document.querySelectorAll('[data-forged=sent]').forEach((input) => input.remove())
      if (button instanceof HTMLButtonElement) button.form?.requestSubmit(button)
      document.querySelectorAll('[data-forged]').forEach((input) => input.setAttribute('data-forged', 'sent'))
    })

/** One more party, as a form of ours would send it. */
export async function forgeParty(page: Page, end: Record<string, string>) {
  for (const [part, value] of Object.entries({ ...end, role: 'partner', label: 'X' }))
    await forge(page, `parties.1.${part}`, value)
}
