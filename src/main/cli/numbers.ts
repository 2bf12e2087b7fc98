import { InvalidArgumentError } from 'commander'

const MAX_SEED = 0xffff_ffff
const MAX_PORT = 65_535

/** A whole number from 0 to `max`, written in decimal digits. */
const wholeNumber =
  (max: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value > max) throw new InvalidArgumentError(`Give a whole number from 0 to ${max}.`)
    return value
  }

export const seedArgument = wholeNumber(MAX_SEED)
export const portArgument = wholeNumber(MAX_PORT)
