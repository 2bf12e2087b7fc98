import { randomBytes } from 'node:crypto'
import { sameToken } from './token'

/** How long the system's opener may take to bring a browser here, milliseconds. */
const LIFETIME = 60_000
const PREFIX = '/enter/'

/**
 * Addresses that let a browser in once. Everybody on a computer can read the arguments of its processes, and so the
 * address that the system's opener is given: it carries no token, and is worth nothing once the browser has been there.
 */
export class Entrance {
  #open: { readonly path: string; readonly until: number } | null = null

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A new path; the one before it is worth nothing from now on. */
  issue(): string {
    const path = `${PREFIX}${randomBytes(24).toString('base64url')}`
    this.#open = { path, until: this.now() + LIFETIME }
    return path
  }

  /** Whether a path is that of an entrance at all, used or not. */
  leadsHere(path: string): boolean {
    return path.startsWith(PREFIX)
  }

  /** True the first time, in time. */
  redeem(path: string): boolean {
    const open = this.#open
    if (!open || !sameToken(open.path, path)) return false
    this.#open = null
    return this.now() <= open.until
  }
}
