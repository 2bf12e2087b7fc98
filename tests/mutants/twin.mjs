/** @param {string} name @param {string} file below src/shared/tcp @param {string} from @param {string} to */
const fault = (name, file, from, to) => ({ name, file: `src/shared/tcp/${file}`, from, to })

/** Faults of the inference: of the loopback between two ends, of what Node does before TCP, and of what is written down. */
export const twin = {
  tests: [
    'tests/unit/shared/twin/twin.test.ts',
    'tests/unit/shared/twin/fidelity.test.ts',
    'tests/unit/shared/twin/replay.test.ts',
    'tests/unit/shared/tcp/loopback.test.ts',
    'tests/unit/shared/tcp/suppose.test.ts',
  ],
  mutants: [
    fault(
      'a window that must have been larger is never widened',
      'network/loopback.ts',
      '    if (ends[from].sndEnd === ends[from].sndCursor) return false\n',
      '    return false\n',
    ),
    fault('the first write that waited does not go alone', 'twin/socket.ts', 'rest.length > 1)', 'rest.length > 1e9)'),
    fault(
      'a delayed ACK goes out at the very deadline',
      'network/loopback.ts',
      'end.config.profile.parameters.tick / 2',
      '0',
    ),
    fault(
      'what arrives while a program reads never waits',
      'network/backlog.ts',
      '    if (this.#released) return false\n',
      '    return false\n',
    ),
    fault(
      'two pieces in the backlog stay two',
      'network/backlog.ts',
      'else if (continues(this.#held.segment, arrival.segment))',
      'else if (false)',
    ),
    fault(
      'a lost tail is never probed for',
      'endpoint/linux/loss-probe.ts',
      '< 2) return Infinity',
      '< 2e9) return Infinity',
    ),
    fault(
      'a probe is sent again and again',
      'network/loopback.ts',
      '    outstanding[side] = { ...outstanding[side], probed: true }\n',
      '    outstanding[side] = { ...outstanding[side], at: wire.now + 1, probed: false }\n',
    ),
    fault('an ACK that must have come earlier is not hastened', 'twin/hasten.ts', '  if (!waits ||', '  if (waits ||'),
    fault(
      'an ACK that may have been carried is certain',
      'twin/doubt.ts',
      'else if (!pure && t >= deadline',
      'else if (pure && t >= deadline',
    ),
    fault(
      'an ACK that the timer may not have sent is certain',
      'twin/doubt.ts',
      'if (earlier && !pure &&',
      'if (earlier && pure &&',
    ),
    fault(
      'the ACKs of another program are certain',
      'twin/ledger.ts',
      "? 'unknown' : 'certain'",
      "? 'certain' : 'certain'",
    ),
    fault('a full record goes on', 'twin/ledger.ts', 'if (this.full && isPlain(sent)) {', 'if (false) {'),
    fault(
      'no event bears a segment out',
      'twin/ledger.ts',
      ' || evidence.includes(event)) return',
      ' || event >= 0) return',
    ),
    fault(
      'a copy of a replay shares its segments',
      'twin/state.ts',
      'Array.isArray(part) ? [...(part as unknown[])]',
      'Array.isArray(part) ? part',
    ),
    fault('a copy of a replay shares its sockets', 'twin/state.ts', ': { ...(part as object) })', ': part)'),
    fault(
      'a replay goes on although its past has changed',
      'twin/growing.ts',
      'if (before.events[index] !== now.events[index]) return false',
      '',
    ),
    fault(
      'a write after end() is sent',
      'twin/play.ts',
      'return socket.state.ended ? undefined : socket.write',
      'return socket.write',
    ),
    fault(
      'a client destroyed at once sends its SYN',
      'twin/plan.ts',
      'next !== undefined && GIVES_UP',
      'next === undefined && GIVES_UP',
    ),
    fault('a paused program reads all there is', 'twin/socket.ts', 'this.state.readAhead < HIGH_WATER_MARK', 'true'),
    fault(
      'large writes are cut for half of no window',
      'twin/socket.ts',
      'const goal = segmentSize(this.#end)',
      'const goal = this.#end.sndMss',
    ),
  ],
}
