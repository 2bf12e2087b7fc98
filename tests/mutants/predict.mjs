/** @param {string} name @param {string} file below src/shared/predict @param {string} from @param {string} to */
const fault = (name, file, from, to) => ({ name, file: `src/shared/predict/${file}`, from, to })

/** Faults of the judge of predictions. */
export const predict = {
  tests: ['diagnose', 'entry', 'history'].map((name) => `tests/unit/shared/predict/${name}.test.ts`),
  mutants: [
    fault(
      'a number that was not asked for counts',
      'diagnose.ts',
      'return answer.states?.[field] !== undefined && facts.states[field] !== null',
      'return facts.states[field] !== null',
    ),
    fault(
      'half of a swap is a swap',
      'diagnose.ts',
      '  if (guess.together && fitting.length < said.length) return []\n',
      '',
    ),
    fault(
      'a missing ACK is blamed where the bit was chosen',
      'diagnose.ts',
      "  if (guess.withoutAck && answer.flags.includes('ACK')) return []\n",
      '',
    ),
    fault(
      'numbers are never turned into absolute ones',
      'facts.ts',
      "relative === null || facts.notation === 'relative'",
      "relative === null || facts.notation !== ''",
    ),
    fault('what the network copied counts twice', 'facts.ts', ' && !one.duplicate)', ')'),
    fault(
      'a port that only refused has an initial number',
      'facts.ts',
      "find((segment) => !has(segment, 'RST'))",
      'find(() => true)',
    ),
    fault(
      'the question shows what comes later',
      'question.ts',
      'connection.events.filter((event) => event.t <= segment.t)',
      'connection.events.filter(() => true)',
    ),
    fault(
      'TCP is said to have been called',
      'question.ts',
      'cue && SENDING.has(cue.name) ? cue : null',
      'events.at(-1) ?? null',
    ),
    fault('a minus sign is not read', 'entry.ts', "    .replace(/^[−–]/, '-')\n", ''),
    fault('a number of 33 bits is taken', 'entry.ts', 'given >= least && given <= largest', 'given >= least'),
    fault('the history grows without end', 'history.ts', '.slice(-MAX_ENTRIES)', ''),
    fault('a finding counts for each field it accounts for', 'history.ts', 'open.delete(field)', 'open.has(field)'),
    fault('a formula gets into a spreadsheet', 'history.ts', "`'${value}` : value", 'value : value'),
    fault(
      'FIN without ACK is no known mistake',
      'flag-rules.ts',
      "instead(is(facts, ['FIN', 'ACK']), 3, ['FIN'])",
      "instead(false, 3, ['FIN'])",
    ),
  ],
}
