import { desktop } from './desktop.mjs'
import { diagram } from './diagram.mjs'
import { endpoint } from './endpoint.mjs'
import { predict } from './predict.mjs'
import { twin } from './twin.mjs'

/**
 * @typedef {object} Mutant one deliberate fault: a text of a source file that stands there exactly once, and what replaces it
 * @property {string} name the fault, as a sentence
 * @property {string} file from the root of the repository
 * @property {string} from
 * @property {string} to
 *
 * @typedef {object} Group faults of one part of the program
 * @property {readonly string[]} tests the fast tests that must notice them, from the root of the repository
 * @property {readonly Mutant[]} mutants
 */

/**
 * The groups of deliberate faults. `npm run mutants` makes one fault at a time and expects a test of its group to fail; a
 * fault that no test notices names a test that is missing.
 *
 * @type {Readonly<Record<string, Group>>}
 */
export const GROUPS = { desktop, diagram, endpoint, predict, twin }
