import type { CatalogueEntry } from './entry'
import { LIVE } from './live'
import { WHAT_IF } from './what-if'

export { LIVE_GROUPS, WHAT_IF_GROUPS, type CatalogueEntry } from './entry'

/** Every scenario the app knows by name; the menu, the command line and the tests all read this. */
export const CATALOGUE: readonly CatalogueEntry[] = [...LIVE, ...WHAT_IF]

const byId: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE.map((entry) => [entry.scenario.id, entry]))

/** The entry with this id; undefined when there is none. */
export const findScenario = (id: string): CatalogueEntry | undefined => byId.get(id)
