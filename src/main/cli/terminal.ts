/**
 * What a terminal would obey instead of show: control characters (C0, DEL, C1), line and paragraph separators, and the
 * marks that turn the direction of writing, by which a text can look like another one (Unicode Technical Report 36 §3.6).
 */
const NOT_TEXT = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

/** One line of text that a terminal shows and does nothing else with: `\u{1b}` stands for ESC. */
export const escapeText = (text: string): string =>
  text.replace(NOT_TEXT, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

/** Several lines of text, each escaped. */
export const escapeLines = (text: string): string => text.split('\n').map(escapeText).join('\n')
