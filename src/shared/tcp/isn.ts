import type { Seq } from './seq'

/**
 * RFC 9293 §3.4.1: ISN = M + F(localip, localport, remoteip, remoteport, secretkey), where M ticks every 4 microseconds,
 * so that a new incarnation starts beyond the old one's numbers, and F keeps outsiders from guessing.
 *
 * @param now - milliseconds of the injected clock
 * @param secret - the 32-bit secret key
 */
export function initialSequenceNumber(now: number, local: string, remote: string, secret: number): Seq {
  const clock = Math.floor(now * 250) % 2 ** 32
  return (clock + keyedHash(`${local} ${remote}`, secret)) >>> 0
}

/** HalfSipHash-1-3 over UTF-16 units: a keyed pseudo-random function of 32-bit words (Aumasson and Bernstein, 2012). */
function keyedHash(text: string, key: number): number {
  const state: State = [key, ~key, key ^ 0x6c796765, ~key ^ 0x74656462]
  for (let i = 0; i < text.length; i += 2) {
    const word = text.charCodeAt(i) | ((text.charCodeAt(i + 1) || 0) << 16)
    state[3] ^= word
    round(state)
    state[0] ^= word
  }
  state[2] ^= 0xff
  for (let i = 0; i < 3; i += 1) round(state)
  return (state[1] ^ state[3]) >>> 0
}

type State = [number, number, number, number]

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

function round(v: State): void {
  v[0] = (v[0] + v[1]) | 0
  v[1] = rotate(v[1], 5) ^ v[0]
  v[0] = rotate(v[0], 16)
  v[2] = (v[2] + v[3]) | 0
  v[3] = rotate(v[3], 8) ^ v[2]
  v[0] = (v[0] + v[3]) | 0
  v[3] = rotate(v[3], 7) ^ v[0]
  v[2] = (v[2] + v[1]) | 0
  v[1] = rotate(v[1], 13) ^ v[2]
  v[2] = rotate(v[2], 16)
}
