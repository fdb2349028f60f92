import { z } from 'zod'

// UN M49 sub-regions (https://unstats.un.org/unsd/methodology/m49/), intermediate ones for Africa and the Americas.
// M49 does not list Taiwan and Kosovo; they stand with their neighbours.
const members = {
  northern_africa: 'DZ EG EH LY MA SD TN',
  western_africa: 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  middle_africa: 'AO CD CF CG CM GA GQ ST TD',
  eastern_africa: 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW',
  southern_africa: 'BW LS NA SZ ZA',
  northern_america: 'BM CA GL PM US',
  central_america: 'BZ CR GT HN MX NI PA SV',
  caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  south_america: 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  central_asia: 'KG KZ TJ TM UZ',
  eastern_asia: 'CN HK JP KP KR MN MO TW',
  south_eastern_asia: 'BN ID KH LA MM MY PH SG TH TL VN',
  southern_asia: 'AF BD BT IN IR LK MV NP PK',
  western_asia: 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  eastern_europe: 'BG BY CZ HU MD PL RO RU SK UA',
  northern_europe: 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  southern_europe: 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  western_europe: 'AT BE CH DE FR LI LU MC NL',
  australia_new_zealand: 'AU CC CX HM NF NZ',
  melanesia: 'FJ NC PG SB VU',
  micronesia: 'FM GU KI MH MP NR PW UM',
  polynesia: 'AS CK NU PF PN TK TO TV WF WS',
  antarctica: 'AQ',
}

const worldRegion = z.enum(
  [
    'northern_europe',
    'western_europe',
    'southern_europe',
    'eastern_europe',
    'northern_africa',
    'western_africa',
    'middle_africa',
    'eastern_africa',
    'southern_africa',
    'western_asia',
    'central_asia',
    'southern_asia',
    'eastern_asia',
    'south_eastern_asia',
    'northern_america',
    'central_america',
    'caribbean',
    'south_america',
    'australia_new_zealand',
    'melanesia',
    'micronesia',
    'polynesia',
    'antarctica',
  ],
  { error: 'choose' },
)
/** A part of the world as a group of countries. Labels: messages `taxonomy.worldRegion`. */
type WorldRegion = z.output<typeof worldRegion>
export const worldRegions = worldRegion.options

/** ISO 3166-1 alpha-2 codes of the countries of a region, sorted. */
export const countriesOf = (region: WorldRegion): string[] => members[region].split(' ')
