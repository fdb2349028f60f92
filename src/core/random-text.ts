// Crockford's base32 without letters that read like digits.
const base32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** Characters that nobody can guess, five bits each. */
export const randomBase32 = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => base32.charAt(byte & 31)).join('')
