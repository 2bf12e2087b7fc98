import { describe, expect, it } from 'vitest'
import { byMisconception, diagnose, NO_HISTORY, parseHistory, record, rightAnswer, score, toCsv } from '@shared/predict'
import { MAX_ENTRIES } from '@shared/predict/history'
import { captured } from './conversations'

const conversation = captured('request-response-client-end')
const answer = rightAnswer(conversation, 5, 'relative')
if (!answer) throw new Error('no segment 5')
const rightOne = diagnose(conversation, 5, answer)
const wrongOne = diagnose(conversation, 5, { ...answer, ack: 35 })
if (!rightOne || !wrongOne) throw new Error('no diagnosis')
const at = { at: '2024-05-06T07:08:09.000Z', conversation: 'request-response-client-end', n: 5 }

describe('the history', () => {
  const history = record(record(record(NO_HISTORY, rightOne, at), wrongOne, at), rightOne, at)

  it('counts answers, right ones, and those in a row', () => {
    expect(score(history)).toEqual({ answered: 3, right: 2, streak: 1 })
    expect(score(NO_HISTORY)).toEqual({ answered: 0, right: 0, streak: 0 })
  })

  it('counts each wrong field once, for the likeliest misconception', () => {
    expect(byMisconception(history)).toEqual([{ id: 'ack-last-byte', times: 1, last: at.at }])
  })

  it('is the same after it was kept and read again, and nothing where it is broken', () => {
    expect(parseHistory(JSON.stringify(history))).toEqual(history)
    for (const broken of [null, '', '{', '{"version":1}']) expect(parseHistory(broken)).toEqual(NO_HISTORY)
  })

  it('is bounded', () => {
    let long = NO_HISTORY
    for (let index = 0; index < MAX_ENTRIES + 3; index++) long = record(long, rightOne, { ...at, n: index })
    expect(long.entries).toHaveLength(MAX_ENTRIES)
    expect(long.entries[0]?.n).toBe(3)
  })

  it('is written as CSV, quoted and defused', () => {
    const csv = toCsv(record(NO_HISTORY, wrongOne, { ...at, conversation: '=1,"2"' }), 'en')
    expect(csv.split('\r\n')[1]).toBe(`${at.at},"'=1,""2""",5,0,ack,ack-last-byte,ack taken for the last byte received`)
    expect(toCsv(record(NO_HISTORY, wrongOne, at), 'zh-CN')).toContain('把确认号当成最后收到的字节')
  })
})
