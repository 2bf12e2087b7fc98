import { expect, test } from 'vitest'
import { setColumns } from '@main/cli/columns'

test('columns line up, words to the left and numbers to the right, and Chinese counts double', () => {
  expect(
    setColumns(
      [
        ['1', '客户端', 'SYN'],
        ['10', 'server', ''],
      ],
      'rll',
    ),
  ).toEqual([' 1  客户端  SYN', '10  server'])
})
