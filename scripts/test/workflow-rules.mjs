/** @typedef {{ line: number, message: string }} Fault */

/**
 * What actionlint lets pass and we don't: an action that is named by a tag, which its owner can move; a step of several
 * commands, which nobody could run at home; a job that may run for six hours; a workflow with all rights.
 *
 * @param {string} text of a workflow
 * @returns {Fault[]}
 */
export function faultsIn(text) {
  const lines = text.split('\n')
  /** @type {Fault[]} */
  const faults = []
  const say = (/** @type {number} */ index, /** @type {string} */ message) => faults.push({ line: index + 1, message })
  lines.forEach((line, index) => {
    if (/^\s*(- )?uses:/.test(line) && !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) {
      say(
        index,
        'name the action by the hash of a commit, and its version behind it: owner/action@<40 digits> # v1.2.3',
      )
    }
    if (/^\s*(- )?run:\s*[|>]/.test(line)) say(index, 'a step is one command: make it a script of the repository')
    if (
      /^ {4}runs-on:/.test(line) &&
      !jobAround(lines, index).some((other) => /^ {4}timeout-minutes: \d+$/.test(other))
    ) {
      say(index, 'say how long the job may take: timeout-minutes')
    }
  })
  if (!lines.includes('permissions:')) say(0, 'say what the workflow may do: permissions, before the jobs')
  return faults
}

/**
 * The lines of the job that a line is in. Jobs are indented by two spaces, what they hold by more.
 *
 * @param {string[]} lines
 * @param {number} index
 */
function jobAround(lines, index) {
  const begins = (/** @type {string} */ line) => /^ {2}[\w-]+:$/.test(line)
  const from = lines.slice(0, index).findLastIndex(begins)
  const length = lines.slice(index).findIndex(begins)
  return lines.slice(from, length < 0 ? undefined : index + length)
}
