import { expect, test } from 'vitest'
import { CATALOGUE } from '@shared/scenario/catalogue'
import { ended, lab, startLab, useBuiltLab } from './lab'

useBuiltLab()

test('list names every scenario of the catalogue, once', async () => {
  const run = await lab(['list'])
  expect(run.code).toBe(0)
  const ids = [...run.stdout.toString().matchAll(/^ {2}(\S+)/gm)].map((match) => match[1])
  expect(ids.toSorted()).toEqual(CATALOGUE.map((entry) => entry.scenario.id).toSorted())
})

test('list --json is for machines', async () => {
  const run = await lab(['list', '--json'])
  const entries = JSON.parse(run.stdout.toString()) as { id: string; kind: string; title: Record<string, string> }[]
  expect(entries.map((entry) => entry.id)).toEqual(CATALOGUE.map((entry) => entry.scenario.id))
  expect(entries.every((entry) => entry.title['en'] && entry.title['zh-CN'])).toBe(true)
})

test('a reader that goes away early is no error', async () => {
  const child = startLab(['list', '--json'])
  child.stdout?.destroy()
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  expect(await ended(child)).toEqual({ code: 0, signal: null })
  expect(complaint).toBe('')
})
