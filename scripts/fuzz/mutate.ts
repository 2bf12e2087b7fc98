import type { Random } from './random'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const NUMBERS = [0, -0, -1, 1, 0.5, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 1e12, 1e308, -1e308, 5e-324]
const STRINGS = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\ud800',
  '握手',
  '🙂'.repeat(200),
  'x'.repeat(2000),
  '<script>',
  '{name}',
  '@:a',
  'a\nb\r\n',
]
/** Stands for a value too deep to be written otherwise. */
const NEST = 'nest'
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\\u',
  '1e999',
  '-',
  '.',
  'null',
  '\u0000',
  '\ufeff',
  '//',
  ' ',
]

/** A JSON text with one to three things wrong in it: in its characters, or in the values that it spells. */
export function mutate(text: string, random: Random): string {
  let wrong = text
  for (let more = 1 + random.int(3); more > 0; more--) {
    wrong = random.chance(0.5) ? mutateText(wrong, random) : mutateValue(wrong, random)
  }
  return wrong
}

function mutateText(text: string, random: Random): string {
  const at = random.int(text.length + 1)
  const end = Math.min(text.length, at + random.int(40))
  switch (random.int(6)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + text.slice(end)
    case 2:
      return text.slice(0, end) + text.slice(at)
    case 3:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at)
    case 4:
      return (
        text.slice(0, at) + random.pick(PIECES).repeat(random.int(random.chance(0.1) ? 20_000 : 200)) + text.slice(at)
      )
    default:
      return text.slice(0, at) + String.fromCharCode(random.int(0x1_0000)) + text.slice(at + 1)
  }
}

function mutateValue(text: string, random: Random): string {
  try {
    const wrong = JSON.stringify(changed(JSON.parse(text) as Json, random, 0))
    return wrong.replace(JSON.stringify(NEST), () => {
      const levels = 100 + random.int(20_000)
      return '['.repeat(levels) + ']'.repeat(levels)
    })
  } catch {
    // No JSON any more, or nested deeper than the stack: good enough as it is.
    return text
  }
}

/** The value with one node of its tree changed. */
function changed(value: Json, random: Random, depth: number): Json {
  if (typeof value !== 'object' || value === null || random.chance(0.1) || depth > 20) return hostile(value, random)
  if (Array.isArray(value)) {
    if (value.length === 0) return [hostile(null, random)]
    const at = random.int(value.length)
    if (random.chance(0.1)) return value.filter((_, index) => index !== at)
    if (random.chance(0.1)) return [...value, ...value.slice(at)]
    return value.map((item, index) => (index === at ? changed(item, random, depth + 1) : item))
  }
  const keys = Object.keys(value)
  if (keys.length === 0 || random.chance(0.05)) return spread(value, random.pick(STRINGS), hostile(null, random))
  const key = random.pick(keys)
  if (random.chance(0.1)) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  return spread(value, key, changed(value[key] ?? null, random, depth + 1))
}

/** Also where the key is `__proto__`, which an assignment would not keep. */
const spread = (value: { [key: string]: Json }, key: string, item: Json): { [key: string]: Json } =>
  Object.fromEntries([...Object.entries(value).filter(([name]) => name !== key), [key, item]])

function hostile(value: Json, random: Random): Json {
  if (random.chance(0.005)) return NEST
  if (typeof value === 'number' && random.chance(0.7)) return random.pick(NUMBERS)
  if (typeof value === 'string' && random.chance(0.7)) return random.pick(STRINGS)
  return random.pick<Json>([null, true, false, [], {}, random.pick(NUMBERS), random.pick(STRINGS), [[]], { en: '' }])
}
