/**
 * What an error page says. A closed list in the bundle: the page that fails may be the one that brings the messages,
 * and `error.message` never reaches a visitor.
 */
export const brokenTexts = {
  en: {
    title: 'Something broke on this page',
    body: 'The fault has been recorded. What was saved is kept.',
    number: 'Number of the fault:',
    again: 'Try again',
    home: 'Go to the map',
  },
  it: {
    title: 'Qualcosa in questa pagina non ha funzionato',
    body: 'L’errore è stato registrato. Quello che era salvato resta.',
    number: 'Numero dell’errore:',
    again: 'Riprova',
    home: 'Vai alla mappa',
  },
  es: {
    title: 'Algo ha fallado en esta página',
    body: 'El fallo ha quedado registrado. Lo guardado se conserva.',
    number: 'Número del fallo:',
    again: 'Reintentar',
    home: 'Ir al mapa',
  },
  sv: {
    title: 'Något gick fel på sidan',
    body: 'Felet har registrerats. Det som sparats finns kvar.',
    number: 'Felets nummer:',
    again: 'Försök igen',
    home: 'Gå till kartan',
  },
  pl: {
    title: 'Na tej stronie wystąpił błąd',
    body: 'Błąd został zapisany. To, co zapisano wcześniej, pozostało.',
    number: 'Numer błędu:',
    again: 'Spróbuj ponownie',
    home: 'Przejdź do mapy',
  },
} as const

export type BrokenTexts = (typeof brokenTexts)[keyof typeof brokenTexts]

/** The texts in the language of an address, English for any other. */
export function brokenTextsOf(locale: unknown): BrokenTexts {
  const found = Object.entries(brokenTexts).find(([language]) => language === locale)
  return found ? found[1] : brokenTexts.en
}
