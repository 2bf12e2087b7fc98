import { writeFileSync } from 'node:fs'

/**
 * Writes what `npm test` sums up to the file named by HANDSHAKE_LAB_REPORT. Vitest's own JSON report leaves out the
 * reason a test gave for skipping itself, which a run must be able to print.

 */
export default class CountingReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env['HANDSHAKE_LAB_REPORT']
    if (file === undefined) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state).length
    // A file that could not be loaded has no tests to fail, but it failed.
    const broken = modules.filter(
      (module) => !module.ok() && ![...module.children.allTests()].some((test) => test.result().state === 'failed'),
    )
    const skipped = tests
      .map((test) => ({ title: test.fullName, result: test.result() }))
      .filter(({ result }) => !['passed', 'failed'].includes(result.state))
      .map(({ title, result }) => ({
        title,
        reason: ('note' in result ? result.note : undefined) ?? 'no reason given',
      }))
    const failed = count('failed') + broken.length + unhandledErrors.length
    writeFileSync(file, JSON.stringify({ passed: count('passed'), failed, skipped }))
  }
}
