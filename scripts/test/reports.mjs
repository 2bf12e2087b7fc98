import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ title: string, reason: string }} Skip
 * @typedef {{ passed: number, failed: number, skipped: Skip[] }} Counts
 */

/**
 * Reads what a test runner counted: our own reporter's file for Vitest, Playwright's JSON report.
 *
 * @param {'vitest' | 'playwright'} kind
 * @param {string} file
 * @returns {Counts} zeros where the runner wrote none, as when it could not start
 */
export function readReport(kind, file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: [] }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return kind === 'vitest' ? report : playwrightCounts(report)
}

/**
 * @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ title: string, tests: { status: string, annotations: { type: string, description?: string }[] }[] }} Spec
 * @param {{ suites: Suite[], errors?: unknown[] }} report
 * @returns {Counts} a flaky test counts as passed: it was retried and the output says so
 */
function playwrightCounts(report) {
  const specs = report.suites.flatMap(specsOf)
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })))
  const count = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length
  const skipped = tests
    .filter((test) => test.status === 'skipped')
    .map((test) => ({
      title: test.title,
      reason: test.annotations.find((note) => note.description !== undefined)?.description ?? 'no reason given',
    }))
  const errors = report.errors?.length ?? 0
  return { passed: count('expected') + count('flaky'), failed: count('unexpected') + errors, skipped }
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}
