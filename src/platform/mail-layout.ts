import { escaped } from '@/core/markup'

// One look for all mails: a sheet of text with one button. No picture, no script, nothing fetched; dark where the mail
// program is dark. The plain part says the same.

/** `fine` is small print below: how long the link works, who writes. */
export type MailSheet = {
  locale: string
  subject: string
  site: string
  paragraphs: readonly string[]
  button: { label: string; address: string; hint: string } | null
  fine: readonly string[]
}

const lines = (text: string) => escaped(text).replaceAll('\n', '<br>')

export function mailText({ paragraphs, button, fine }: MailSheet): string {
  const link = button === null ? [] : [`${button.label}:\n${button.address}`]
  return `${[...paragraphs, ...link, '-- ', ...fine].join('\n\n')}\n`.replace('-- \n\n', '-- \n')
}

// The values of globals.css: a mail has no stylesheet of ours to take them from.
const look = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 12px; background: #fbfaf6; color: #16201f; font: 16px/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; }
.sheet { max-width: 560px; margin: 0 auto; }
.site { font-size: 14px; font-weight: 600; margin: 0 0 24px; padding-bottom: 12px; border-bottom: 1px solid #dfdbcf; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
.button { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #16201f; color: #fbfaf6; font-weight: 600; text-decoration: none; }
.fine { font-size: 14px; color: #47524f; }
.fine a { color: inherit; }
.end { margin-top: 32px; padding-top: 16px; border-top: 1px solid #dfdbcf; }
@media (prefers-color-scheme: dark) {
  body { background: #12181a; color: #eef1ee; }
  .site, .end { border-color: #2e393d; }
  .button { background: #eef1ee; color: #12181a; }
  .fine { color: #b9c4c2; }
}`

export function mailHtml({ locale, subject, site, paragraphs, button, fine }: MailSheet): string {
  const address = button === null ? '' : escaped(button.address)
  const link =
    button === null
      ? ''
      : `<p><a class="button" href="${address}">${escaped(button.label)}</a></p>
<p class="fine">${escaped(button.hint)}<br><a href="${address}">${address}</a></p>`
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${look}
</style>
</head>
<body>
<main class="sheet">
<p class="site">${escaped(site)}</p>
${paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`).join('\n')}
${link}
<div class="end">
${fine.map((line) => `<p class="fine">${lines(line)}</p>`).join('\n')}
</div>
</main>
</body>
</html>
`
}
