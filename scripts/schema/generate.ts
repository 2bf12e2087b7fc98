import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { lessonSchema } from '../../src/shared/lesson/schema'
import { scenarioSchema } from '../../src/shared/scenario/schema'
import { traceSchema } from '../../src/shared/trace/schema'

/**
 * The three file formats as JSON Schema, for editors and for other programs. The input side is described: what a file may
 * leave out is optional. Checks that JSON Schema can't say (such as which events exist after `side:`) are left out.
 *
 * @returns file text by file name, ending in a newline
 */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'lesson.schema.json': text('A Handshake Lab lesson: what to read, do, predict and answer', lessonSchema),
    'scenario.schema.json': text('A Handshake Lab scenario: what to do', scenarioSchema),
    'trace.schema.json': text('A Handshake Lab trace, version 1: what happened', traceSchema),
  }
}

function text(title: string, schema: GenericSchema): string {
  const { $schema, ...body } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })
  return `${JSON.stringify({ $schema, title, ...body }, null, 2)}\n`
}
