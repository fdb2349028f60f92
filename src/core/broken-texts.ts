/**
 * What an error page says. A closed list in the bundle: the page that fails may be the one that brings the messages,
 * and `error.message` never reaches a visitor.
 */
const brokenTexts = {
  en: {
    title: 'Something broke on this page',
    body: 'The fault has been recorded. What was saved is kept.',
    number: 'Number of the fault:',
    again: 'Try again',
    home: 'Go to the map',
    updatedTitle: 'The atlas was updated while this page was open',
    updatedBody: 'Nothing was stored. Load the page again and repeat what you did.',
  },
  it: {
    title: 'Qualcosa in questa pagina non ha funzionato',
    body: 'L’errore è stato registrato. Quello che era salvato resta.',
    number: 'Numero dell’errore:',
    again: 'Riprova',
    home: 'Vai alla mappa',
    updatedTitle: 'L’atlante è stato aggiornato mentre questa pagina era aperta',
    updatedBody: 'Nulla è stato salvato. Ricarica la pagina e ripeti ciò che hai fatto.',
  },
  es: {
    title: 'Algo ha fallado en esta página',
    body: 'El fallo ha quedado registrado. Lo guardado se conserva.',
    number: 'Número del fallo:',
    again: 'Reintentar',
    home: 'Ir al mapa',
    updatedTitle: 'El atlas se actualizó mientras esta página estaba abierta',
    updatedBody: 'No se ha guardado nada. Vuelve a cargar la página y repite lo que hiciste.',
  },
  sv: {
    title: 'Något gick fel på sidan',
    body: 'Felet har registrerats. Det som sparats finns kvar.',
    number: 'Felets nummer:',
    again: 'Försök igen',
    home: 'Gå till kartan',
    updatedTitle: 'Atlasen uppdaterades medan sidan var öppen',
    updatedBody: 'Inget har sparats. Läs in sidan igen och gör om det du gjorde.',
  },
  pl: {
    title: 'Na tej stronie wystąpił błąd',
    body: 'Błąd został zapisany. To, co zapisano wcześniej, pozostało.',
    number: 'Numer błędu:',
    again: 'Spróbuj ponownie',
    home: 'Przejdź do mapy',
    updatedTitle: 'Atlas został zaktualizowany, gdy strona była otwarta',
    updatedBody: 'Nic nie zapisano. Wczytaj stronę ponownie i powtórz czynność.',
  },
} as const

export type BrokenTexts = (typeof brokenTexts)[keyof typeof brokenTexts]

/** The texts in the language of an address, English for any other. */
export function brokenTextsOf(locale: unknown): BrokenTexts {
  const found = Object.entries(brokenTexts).find(([language]) => language === locale)
  return found ? found[1] : brokenTexts.en
}
