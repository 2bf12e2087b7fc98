import { judge, loadCaptures, type Verdict } from './fidelity'

/** The bar: SYN, FIN, RST and data segments right everywhere; whole conversations in all but one. */
export const MAY_DIFFER = 1

export interface Fidelity {
  readonly table: string
  readonly reached: boolean
}

/**
 * The table of `npm run fidelity`.
 *
 * @param fixtures - the folder that holds `reference-captures` and `more-captures`
 */
export function fidelity(fixtures: string): Fidelity {
  const reference = loadCaptures(`${fixtures}/reference-captures`).map(judge)
  const more = loadCaptures(`${fixtures}/more-captures`).map(judge)
  const lines = [
    ...section('Reference captures', reference),
    '',
    ...section('More captures', more),
    '',
    ...[...reference, ...more].filter((verdict) => !right(verdict)).flatMap(difference),
  ]
  return { table: lines.join('\n').trimEnd(), reached: good(reference) && good(more) }
}

export const good = (verdicts: readonly Verdict[]): boolean =>
  verdicts.every(({ markedRight }) => markedRight) &&
  verdicts.filter(({ shapeRight }) => !shapeRight).length <= MAY_DIFFER

const right = ({ markedRight, shapeRight }: Verdict): boolean => markedRight && shapeRight

function section(title: string, verdicts: readonly Verdict[]): readonly string[] {
  const count = (test: (verdict: Verdict) => boolean): string => `${verdicts.filter(test).length}/${verdicts.length}`
  const row = (id: string, marked: string, shape: string): string => `${id.padEnd(34)} ${marked.padEnd(26)} ${shape}`
  return [
    row(title, 'SYN, FIN, RST and data', 'whole conversation'),
    ...verdicts.map(({ id, marked, markedRight, shapeRight }) =>
      row(id, `${marked} ${markedRight ? 'right' : 'WRONG'}`, shapeRight ? 'as recorded' : 'differs'),
    ),
    row(
      '',
      count(({ markedRight }) => markedRight),
      count(({ shapeRight }) => shapeRight),
    ),
  ]
}

const difference = ({ id, inferred, recorded }: Verdict): readonly string[] => [
  id,
  `  inferred ${inferred}`,
  `  recorded ${recorded}`,
]
