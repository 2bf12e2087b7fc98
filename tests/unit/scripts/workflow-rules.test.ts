import { describe, expect, it } from 'vitest'
import { faultsIn } from '../../../scripts/test/workflow-rules.mjs'

const PINNED = `actions/checkout@${'0123456789'.repeat(4)} # v6.0.2`
const workflow = ({ uses = PINNED, run = 'npm ci', limit = '    timeout-minutes: 5\n' } = {}): string =>
  `permissions:\n  contents: read\njobs:\n  one:\n    runs-on: ubuntu-latest\n${limit}    steps:\n      - uses: ${uses}\n      - run: ${run}\n` +
  '  two:\n    timeout-minutes: 5\n    runs-on: ubuntu-latest\n    steps: []\n'

describe('the rules for workflows that actionlint does not have', () => {
  it('find nothing in a workflow that keeps them', () => {
    expect(faultsIn(workflow())).toEqual([])
  })

  it.each([
    ['a tag', { uses: 'actions/checkout@v6' }, 8],
    ['a hash without its version', { uses: PINNED.slice(0, -9) }, 8],
    ['a step of several commands', { run: '|\n          npm ci\n          npm test' }, 9],
    ['a job without a limit', { limit: '' }, 5],
  ])('find %s', (_name, change, line) => {
    expect(faultsIn(workflow(change)).map((fault) => fault.line)).toEqual([line])
  })

  it('find a workflow with all rights', () => {
    expect(faultsIn(workflow().replace('permissions:', 'permission:'))).toHaveLength(1)
  })
})
