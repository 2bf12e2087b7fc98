/** @param {string} name @param {string} file below src/shared/diagram @param {string} from @param {string} to */
const fault = (name, file, from, to) => ({ name, file: `src/shared/diagram/${file}`, from, to })

/** Faults of the picture's geometry and words. */
export const diagram = {
  tests: ['layout', 'pages', 'svg', 'words', 'labels', 'drawing'].map(
    (name) => `tests/unit/shared/diagram/${name}.test.ts`,
  ),
  mutants: [
    fault('RST has the colour of SYN', 'tone.ts', "  if (flags.includes('RST')) return 'rst'\n", ''),
    fault(
      'a lost segment arrives',
      'moments.ts',
      'if (segment.lost === true || segment.arrives === null) return null',
      'if (false) return null',
    ),
    fault('a segment arrives level with its sending', 'placement.ts', 'sent + spacing * MIN_SLANT, ', ''),
    fault(
      'arrows of a deep pipeline become ever steeper',
      'placement.ts',
      'Math.min(before, sent + MAX_SLANT)',
      'before',
    ),
    fault(
      'a silence is not told',
      'placement.ts',
      '    silences.push({ t: latestTime, y: latest + PAUSE_ABOVE, duration })\n',
      '',
    ),
    fault(
      'crossing segments are not noticed',
      'placement.ts',
      'crossing ||= underWay.client > 0 && underWay.server > 0',
      'crossing ||= false',
    ),
    fault('the first state of a side does not come first', 'moments.ts', 'start: -1', 'start: 4'),
    fault(
      'a state begins anywhere but at its arrow',
      'moments.ts',
      'const CAUSE_TOLERANCE = 1',
      'const CAUSE_TOLERANCE = -1',
    ),
    fault(
      'Chinese breaks nowhere',
      'wrap.ts',
      'measure((line + piece).trimEnd(), face) > width',
      '/\\s/.test(piece) && measure((line + piece).trimEnd(), face) > width',
    ),
  ],
}
