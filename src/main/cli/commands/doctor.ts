import type { Command } from 'commander'
import type { Streams } from '../streams'

/** What one part of the lab needs, and whether it is there. */
interface Finding {
  readonly name: string
  /** Null: it works. */
  readonly lack: string | null
}

/** `lab doctor`: what this machine can do, and how to enable the rest. */
export function addDoctor(program: Command, streams: Streams): void {
  program
    .command('doctor')
    .description('say what this machine can do, and how to enable the rest')
    .action(async () => {
      const findings: readonly Finding[] = [
        { name: 'loopback: a real server and client on 127.0.0.1', lack: await loopback() },
        { name: 'simulator: the virtual network', lack: null },
        { name: 'wire: two kernels, and every segment in your hand', lack: await wire() },
      ]
      for (const { name, lack } of findings) streams.out(`${lack === null ? 'yes' : 'no '}  ${name}\n${said(lack)}`)
    })
}

const said = (lack: string | null): string => (lack === null ? '' : `     ${lack}\n`)

async function loopback(): Promise<string | null> {
  const { findClosedPort } = await import('../../lab/listener')
  const found = await findClosedPort('127.0.0.1', 0)
  return found.ok ? null : found.error.message
}

async function wire(): Promise<string | null> {
  const { probeWire } = await import('../../wire/probe')
  const probed = await probeWire()
  return probed.ok ? null : probed.error.message
}
